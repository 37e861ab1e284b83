/** Two arms reach over the water from two banks and hold one stone: the mentor. */
export function BridgeMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 48 48"
      width="40"
      height="40"
      className={className ? `mark ${className}` : "mark"}
      aria-hidden="true"
      focusable="false"
    >
      <path
        className="mark-left"
        d="M5.5 42.5V26A18.5 18.5 0 0 1 18.9 8.21L21.1 15.93A10.5 10.5 0 0 0 13.5 26V42.5Z"
      />
      <path
        className="mark-right"
        d="M42.5 42.5V26A18.5 18.5 0 0 0 29.1 8.21L26.9 15.93A10.5 10.5 0 0 1 34.5 26V42.5Z"
      />
      <path className="mark-stone" d="M20 5.5h8L25.6 17.5h-3.2Z" />
      <path className="mark-water" d="M17 37.8c2.3-1.8 4.7-1.8 7 0s4.7 1.8 7 0" />
    </svg>
  );
}
