/** A row of arches as wide as its place: the underside of the header's deck. `id` names the pattern in the page. */
export function Arches({ id }: { id: string }) {
  return (
    <svg className="arches" width="100%" height="16" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="36" height="16" patternUnits="userSpaceOnUse">
          <path d="M0 0h36v16h-5a13 13 0 0 0-26 0H0Z" />
        </pattern>
      </defs>
      <rect width="100%" height="16" fill={`url(#${id})`} />
    </svg>
  );
}
