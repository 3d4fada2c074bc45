/** What the timeline may be narrowed to. */
export const timelineKinds = ["interaction", "case", "satisfaction", "assignment"] as const;
export type TimelineKind = (typeof timelineKinds)[number];
