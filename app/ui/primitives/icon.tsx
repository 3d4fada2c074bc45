/** Line icons on a 16-pixel grid, drawn for this product. Decoration only: the word beside them carries the meaning. */
const paths = {
  home: "M2.5 7.5 8 2.5l5.5 5M4 6.5v7h8v-7M6.5 13.5v-4h3v4",
  people:
    "M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13.5c0-2.4 1.8-4 4.2-4s4.2 1.6 4.2 4M10.5 3.2a2.2 2.2 0 0 1 0 4.2M11.8 9.8c1.5.6 2.4 1.9 2.4 3.7",
  building: "M2.5 13.5v-11h6v11M8.5 6.5h5v7M1.5 13.5h13M4.5 5h2M4.5 7.5h2M4.5 10h2M11 9h.5M11 11.2h.5",
  handover: "M2 5.5h10M9.5 3 12 5.5 9.5 8M14 10.5H4M6.5 8 4 10.5 6.5 13",
  import: "M5 2.5v10M2.5 10 5 12.5 7.5 10M11 13.5v-10M8.5 6 11 3.5 13.5 6",
  lock: "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  list: "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.5M2.5 8h.5M2.5 12h.5",
  gear: "M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3l3.2 3.2",
  plus: "M8 3v10M3 8h10",
  download: "M8 2.5v8M5 7.5l3 3 3-3M3 13.5h10",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  close: "m4 4 8 8M12 4l-8 8",
  target: "M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  bars: "M2.5 13.5h11M4 11V8.5M6.7 11V4.5M9.3 11V6.5M12 11V2.5",
  check: "M13.5 7.5v6h-11v-11h7M5.5 7.5l2.5 2.5 5.5-6.5",
  coins:
    "M8 6.5c2.8 0 5-.9 5-2s-2.2-2-5-2-5 .9-5 2 2.2 2 5 2ZM3 4.5v7c0 1.1 2.2 2 5 2s5-.9 5-2v-7M3 8c0 1.1 2.2 2 5 2s5-.9 5-2",
  alert: "M8 2.5 14.5 13.5h-13ZM8 6.5v3.5M8 11.8v.2",
  drivers:
    "M8 2v12M2.5 4.5h3M7.5 4.5h1M6 8h1.5M10.5 8h3M3.5 11.5h2M8.5 11.5h2M5.5 4.5a1 1 0 1 0 2 0 1 1 0 0 0-2 0ZM8.5 8a1 1 0 1 0 2 0 1 1 0 0 0-2 0ZM5.5 11.5a1 1 0 1 0 2 0 1 1 0 0 0-2 0Z",
  chevron: "m6 3.5 4.5 4.5L6 12.5",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
  exit: "M6.5 2.5h-3v11h3M7 8h6.5M11 5.5 13.5 8 11 10.5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
