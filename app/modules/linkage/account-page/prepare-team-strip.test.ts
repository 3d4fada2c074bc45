import { describe, expect, it } from "vitest";
import { coverageGaps } from "./coverage-gaps";
import { handoversOf } from "./handovers-of";
import { prepareTeamStrip, type ServedPeriod } from "./prepare-team-strip";

let counter = 0;
function served(parts: Partial<ServedPeriod> & { employeeName: string }): ServedPeriod {
  return {
    id: `id-${++counter}`,
    employeeId: parts.employeeName,
    role: "owner",
    share: 0.5,
    startsOn: "2023-01-01",
    endsOn: null,
    endCause: null,
    ...parts,
  };
}
const base = { acquiredOn: "2023-01-01", churnedOn: null, today: "2026-10-31", from: "2023-11-01" };

describe("coverageGaps", () => {
  it("counts the 20 days between an owner who left on 16 June and the next on 6 July", () => {
    const periods = [
      served({ employeeName: "Vogt", endsOn: "2026-06-16", endCause: "departure" }),
      served({ employeeName: "Haas", startsOn: "2026-07-06" }),
    ];
    expect(coverageGaps({ role: "owner", periods, ...base })).toEqual([
      { from: "2026-06-16", to: "2026-07-06", days: 20, isOpen: false },
    ]);
  });

  it("leaves an owner's role open to today, and a planned end of another role closed", () => {
    const periods = [served({ employeeName: "Vogt", endsOn: "2026-10-01", endCause: "planned" })];
    expect(coverageGaps({ role: "owner", periods, ...base })).toEqual([
      { from: "2026-10-01", to: "2026-10-31", days: 30, isOpen: true },
    ]);
    expect(coverageGaps({ role: "service", periods, ...base })).toEqual([]);
  });

  it("sees a service role vacant after its holder left the company", () => {
    const periods = [
      served({ employeeName: "Amari", role: "service", endsOn: "2026-10-21", endCause: "departure" }),
    ];
    expect(coverageGaps({ role: "service", periods, ...base })[0]?.days).toBe(10);
  });

  it("counts an account that never had an owner from its first day, and none after it was lost", () => {
    const source = { ...base, acquiredOn: "2026-01-01", churnedOn: "2026-02-01" };
    expect(coverageGaps({ role: "owner", periods: [], ...source })).toEqual([
      { from: "2026-01-01", to: "2026-02-01", days: 31, isOpen: false },
    ]);
  });

  it("finds no gap while periods overlap", () => {
    const periods = [
      served({ employeeName: "A", endsOn: "2026-01-01" }),
      served({ employeeName: "B", startsOn: "2025-01-01", endsOn: "2025-06-01" }),
      served({ employeeName: "C", startsOn: "2026-01-01" }),
    ];
    expect(coverageGaps({ role: "owner", periods, ...base })).toEqual([]);
  });
});

describe("handoversOf", () => {
  it("names both sides, the cause and the days between", () => {
    const periods = [
      served({ employeeName: "Lindahl", endsOn: "2026-03-02", endCause: "planned" }),
      served({ employeeName: "Vogt", startsOn: "2026-03-02", endsOn: "2026-06-16", endCause: "departure" }),
      served({ employeeName: "Haas", startsOn: "2026-07-06" }),
    ];
    expect(handoversOf(periods, "2026-10-31")).toEqual([
      { on: "2026-03-02", fromNames: ["Lindahl"], toName: "Vogt", cause: "planned", gapDays: 0 },
      { on: "2026-07-06", fromNames: ["Vogt"], toName: "Haas", cause: "departure", gapDays: 20 },
    ]);
  });

  it("sees no handover in a change of share", () => {
    const periods = [
      served({ employeeName: "Vogt", endsOn: "2026-03-02", endCause: "planned" }),
      served({ employeeName: "Vogt", startsOn: "2026-03-02" }),
    ];
    expect(handoversOf(periods, "2026-10-31")).toEqual([]);
  });

  it("counts two who stop for one successor once, and an overlap below zero", () => {
    const periods = [
      served({ employeeName: "A", endsOn: "2026-03-15", endCause: "planned" }),
      served({ employeeName: "B", endsOn: "2026-03-15", endCause: "departure" }),
      served({ employeeName: "C", startsOn: "2026-03-01" }),
    ];
    expect(handoversOf(periods, "2026-10-31")).toEqual([
      { on: "2026-03-15", fromNames: ["A", "B"], toName: "C", cause: "departure", gapDays: -14 },
    ]);
  });
});

describe("prepareTeamStrip", () => {
  it("puts 36 whole months on the axis and cuts what began before", () => {
    const strip = prepareTeamStrip({
      ...base,
      periods: [served({ employeeName: "Lindahl", startsOn: "2020-01-01" })],
    });
    expect([strip.from, strip.to, strip.months.length]).toEqual(["2023-11-01", "2026-11-01", 36]);
    const bar = strip.rows[0]?.lanes[0]?.[0];
    expect(bar?.x).toBe(0);
    expect(bar?.width).toBeCloseTo((100 * 1095) / 1096, 6);
  });

  it("gives people who serve at once a lane each", () => {
    const strip = prepareTeamStrip({
      ...base,
      periods: [
        served({ employeeName: "A", role: "service" }),
        served({ employeeName: "B", role: "service", startsOn: "2025-01-01" }),
        served({ employeeName: "C", startsOn: "2024-01-01", endsOn: "2025-01-01", endCause: "planned" }),
      ],
    });
    expect(strip.rows.map((row) => [row.role, row.lanes.length])).toEqual([
      ["owner", 1],
      ["service", 2],
    ]);
  });

  it("leaves out a role that ended before the axis begins", () => {
    const strip = prepareTeamStrip({
      ...base,
      periods: [served({ employeeName: "A", role: "support", endsOn: "2023-05-01", endCause: "planned" })],
    });
    expect(strip.rows.map((row) => row.role)).toEqual(["owner"]);
  });
});
