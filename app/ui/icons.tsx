/**
 * The portal's icons: 24 × 24, one stroke of 1.75, round ends, corners that lean towards the arch.
 * They are decoration beside a text; give `label` only where an icon stands alone.
 */
const shapes = {
  home: <path d="M4 20V11.5C4 7 7.5 4 12 4s8 3 8 7.5V20M4 20h16M9.5 20v-4a2.5 2.5 0 0 1 5 0v4" />,
  course: (
    <path d="M12 6.5C10 5 7 4.5 3.5 5v13.5C7 18 10 18.5 12 20c2-1.5 5-2 8.5-1.5V5C17 4.5 14 5 12 6.5ZM12 6.5V20" />
  ),
  practice: (
    <path d="M8.5 13.5C6.6 13.5 5.6 11 5.6 8.4S6.9 4 8.4 4s2.4 1.9 2.4 4.3-.7 5.2-2.3 5.2ZM6.8 16h3.4v1.2a1.7 1.7 0 0 1-3.4 0V16ZM15.6 16c1.9 0 2.9-2.5 2.9-5.1S17.2 6.5 15.7 6.5s-2.4 1.9-2.4 4.3.7 5.2 2.3 5.2ZM13.8 18.5h3.4v.5a1.7 1.7 0 0 1-3.4 0v-.5Z" />
  ),
  case: (
    <path d="M3.5 7.5A1.5 1.5 0 0 1 5 6h4l2 2.5h8A1.5 1.5 0 0 1 20.5 10v7.5A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5v-10ZM8.5 16c.4-1.8 1.7-2.7 3.5-2.7s3.1 .9 3.5 2.7" />
  ),
  incident: (
    <path d="M4 12.5c0-4.7 3.6-8 8-8s8 3.1 8 7.3-3.6 7.3-8 7.3c-.9 0-1.8-.1-2.6-.4L5 20.5l.9-3.5A7.2 7.2 0 0 1 4 12.5ZM12 8.3v4M12 15.4v.1" />
  ),
  map: <path d="M9 5 3.5 7v12.5L9 17.5l6 2 5.5-2V5L15 7 9 5ZM9 5v12.5M15 7v12.5" />,
  report: <path d="M4 20h16M6.5 20v-6M12 20V5M17.5 20v-9.5" />,
  people: (
    <path d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c0-3.3 2.8-5.5 6.5-5.5s6.5 2.2 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.5c2.4.7 4 2.5 4 5" />
  ),
  person: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c0-3.9 3.3-6 7.5-6s7.5 2.1 7.5 6" />,
  certificate: <path d="M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM8.8 12.9 7.5 20.5l4.5-2.3 4.5 2.3-1.3-7.6" />,
  organisation: <path d="M3.5 20.5h17M5 20.5V10l7-5.5L19 10v10.5M9.5 20.5V16a2.5 2.5 0 0 1 5 0v4.5" />,
  shield: <path d="M12 3.5 5 6v5.5c0 4.5 2.9 7.6 7 9 4.1-1.4 7-4.5 7-9V6l-7-2.5ZM9 11.8l2.2 2.2 4-4.3" />,
  calendar: (
    <path d="M4 8a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v10.5a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8ZM4 10.5h16M8.5 3.5V8M15.5 3.5V8" />
  ),
  clock: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  checkCircle: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.3 12.3l2.6 2.6 5-5.4" />,
  cross: <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />,
  plus: <path d="M12 5v14M5 12h14" />,
  arrowRight: <path d="M4.5 12h15M13.5 6l6 6-6 6" />,
  arrowLeft: <path d="M19.5 12h-15M10.5 6l-6 6 6 6" />,
  chevronDown: <path d="m6 9.5 6 6 6-6" />,
  chevronUp: <path d="m6 14.5 6-6 6 6" />,
  chevronRight: <path d="m9.5 6 6 6-6 6" />,
  chevronLeft: <path d="m14.5 6-6 6 6 6" />,
  sort: <path d="m8 10 4-4 4 4M8 14l4 4 4-4" />,
  search: <path d="M10.8 17.5a6.7 6.7 0 1 0 0-13.4 6.7 6.7 0 0 0 0 13.4ZM20 20l-4.4-4.4" />,
  filter: <path d="M4 6.5h16M7 12h10M10 17.5h4" />,
  download: <path d="M12 4v11M7.5 11l4.5 4.5L16.5 11M4.5 20h15" />,
  upload: <path d="M12 15.5V4.5M7.5 8.5 12 4l4.5 4.5M4.5 20h15" />,
  file: (
    <path d="M6 5.5a2 2 0 0 1 2-2h5.5L18.5 8v10.5a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-13ZM13.5 3.5V8.5h5M9.5 12.5h5M9.5 16h5" />
  ),
  edit: <path d="m5 19 .8-3.8L16 5a2 2 0 0 1 3 3L8.8 18.2 5 19ZM14 7l3 3" />,
  mail: (
    <path d="M3.5 8A2 2 0 0 1 5.5 6h13a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V8ZM4 8l8 5.5L20 8" />
  ),
  phone: (
    <path d="M6 4h3l1.5 4.5L8.3 10a12 12 0 0 0 5.7 5.7l1.5-2.2L20 15v3a2 2 0 0 1-2.2 2C10.5 19.3 4.7 13.5 4 6.2A2 2 0 0 1 6 4Z" />
  ),
  place: (
    <path d="M12 21c4.5-4.7 7-8 7-11a7 7 0 0 0-14 0c0 3 2.5 6.3 7 11ZM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />
  ),
  lock: (
    <path d="M5.5 12a1.5 1.5 0 0 1 1.5-1.5h10a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19v-7ZM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2.5" />
  ),
  key: <path d="M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM10.8 12.2 19.5 3.5M16 7l2.5 2.5" />,
  settings: (
    <path d="M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9M15.2 9.8a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM8.8 18.8a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z" />
  ),
  info: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11.2v5M12 7.9V8" />,
  warning: <path d="M12 4.5 3.5 19.5h17L12 4.5ZM12 10.5v4M12 16.9v.1" />,
  stop: <path d="M8.4 3.5h7.2l4.9 5v7l-4.9 5H8.4l-4.9-5v-7l4.9-5ZM12 8v4.7M12 15.9v.1" />,
  lamp: <path d="M9 17.5v-1.6C7.2 14.8 6 13 6 10.8a6 6 0 0 1 12 0c0 2.2-1.2 4-3 5.1v1.6H9ZM10 20.5h4" />,
  story: (
    <path d="M5 6.5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-5l-4.5 4v-4H7a2 2 0 0 1-2-2v-7ZM8.5 8.5h7M8.5 11.5h4.5" />
  ),
  law: (
    <path d="M12 4v16M8 20h8M5 7.5 12 6l7 1.5M5 7.5l-2.5 6a2.6 2.6 0 0 0 5 0L5 7.5ZM19 7.5l-2.5 6a2.6 2.6 0 0 0 5 0L19 7.5Z" />
  ),
  signOut: <path d="M13.5 4H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h6.5M10.5 12H20M16.5 8.2 20.2 12l-3.7 3.8" />,
  more: <path strokeWidth="2.75" d="M5 12h.1M12 12h.1M19 12h.1" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  globe: (
    <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c2.4 2.5 3.6 5.3 3.6 8.5s-1.2 6-3.6 8.5c-2.4-2.5-3.6-5.3-3.6-8.5S9.6 6 12 3.5Z" />
  ),
  sun: (
    <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1" />
  ),
  moon: <path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z" />,
  contrast: (
    <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 3.5v17M12 8h5.5M12 12h8.5M12 16h5.5" />
  ),
  eye: (
    <path d="M2.5 12C4.5 8 8 6 12 6s7.5 2 9.5 6c-2 4-5.5 6-9.5 6s-7.5-2-9.5-6ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z" />
  ),
  eyeOff: (
    <path d="M4 4l16 16M9.5 6.3A10 10 0 0 1 12 6c4 0 7.5 2 9.5 6a13 13 0 0 1-2.7 3.6M6 7.8A13 13 0 0 0 2.5 12c2 4 5.5 6 9.5 6 1.5 0 2.9-.3 4.2-.9M10 10a3 3 0 0 0 4 4" />
  ),
  external: (
    <path d="M13.5 4.5H19.5V10.5M19 5l-8.5 8.5M17 14v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h4" />
  ),
  play: <path d="M8 5.5v13l10.5-6.5z" />,
  pause: <path d="M9 5.5v13M15 5.5v13" />,
  print: (
    <path d="M7 9V4h10v5M7 17H5.5A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9h13a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H17M7 14h10v6H7v-6Z" />
  ),
  refresh: <path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4" />,
  supervision: (
    <path d="M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM16.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 19.5v-2a4.5 4.5 0 0 1 9 0 4.5 4.5 0 0 1 9 0v2M12 17.5v2" />
  ),
} as const;

export type IconName = keyof typeof shapes;
export const iconNames = Object.keys(shapes) as IconName[];

export interface IconProps {
  name: IconName;
  /** Spoken name; without it the icon is hidden from assistive technology. */
  label?: string;
  /** `sm` 16 px, `md` 20 px, `lg` 28 px. */
  size?: "sm" | "md" | "lg";
  className?: string;
}

export function Icon({ name, label, size = "md", className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`icon icon-${size}${className ? ` ${className}` : ""}`}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true, focusable: false })}
    >
      {shapes[name]}
    </svg>
  );
}
