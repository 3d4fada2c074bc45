/** Which outcomes the handover study looks at, over which months, and from which month it measures. */
import type { ExposureName } from "../exposures";
import type { EventStudy } from "../result";
import type { EventWindow } from "./event-windows";
import type { HandoverCause } from "./handover-timeline";
import { hazardDifferenceScale, type NaturalScale, percentScale, pointsScale } from "./natural-scale";

export type Outcome = EventStudy["outcome"];

/** Notice is given about a month ahead: the month before the handover is neither before nor after. */
export const noticeMonths = 1;

export const baseMonth = -1 - noticeMonths;

export const latestMonth = 17;

export const span = (from: number, to: number, months = range(from, to)): EventWindow => ({
  from,
  to,
  months,
});

export const everyThird = [
  [-11, -9],
  [-8, -6],
  [-5, -3],
  [0, 2],
  [3, 5],
  [6, 8],
  [9, 11],
  [12, 14],
  [15, 17],
] as const;

export interface Study {
  readonly outcome: Outcome;
  readonly scale: NaturalScale;
  /** Points of the curve. */
  readonly windows: readonly EventWindow[];
  /** Rows of the forest, for handovers after a departure. */
  readonly effects: ReadonlyArray<readonly [ExposureName, EventWindow]>;
}

export const studies: readonly Study[] = [
  {
    outcome: "satisfaction",
    scale: pointsScale,
    // A month holds the mean of three: the last of each window is the window.
    windows: everyThird.map(([from, to]) => span(from, to, [to])),
    effects: [
      ["departure_handover_0_2", span(0, 2, [2])],
      ["departure_handover_3_5", span(3, 5, [5])],
      ["departure_handover_6_11", span(6, 11, [8, 11])],
    ],
  },
  {
    outcome: "revenue",
    scale: percentScale,
    windows: everyThird.map(([from, to]) => span(from, to)),
    effects: [
      ["departure_handover_0_2", span(0, 2)],
      ["departure_handover_3_11", span(3, 11)],
      ["departure_handover_12_17", span(12, 17)],
    ],
  },
  {
    outcome: "churn",
    scale: hazardDifferenceScale,
    windows: everyThird.filter(([from]) => from >= 0).map(([from, to]) => span(from, to)),
    effects: [["departure_handover_0_5", span(0, 5)]],
  },
];

export const causes: readonly HandoverCause[] = ["departure", "planned", "account_request"];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
