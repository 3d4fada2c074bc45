import { describe, expect, it } from "vitest";
import { assessJudged, assessMeasured } from "./goal-status";

const goal = {
  baseline: 70,
  target: 80,
  actual: 75,
  baselineOn: "2026-01-01",
  dueOn: "2027-01-01",
  today: "2026-07-02",
  direction: "up" as const,
};
const statusOf = (changes: Partial<Parameters<typeof assessMeasured>[0]>) =>
  assessMeasured({ ...goal, ...changes }).status;

describe("a measured goal", () => {
  it("half the way (75 between 70 and 80) at half the time is on track: 0.50 done, 182 of 365 days passed", () => {
    const progress = assessMeasured(goal);
    expect(progress.status).toBe("on_track");
    expect(progress.done).toBeCloseTo(0.5);
    expect(progress.expected).toBeCloseTo(182 / 365);
  });

  it("may be 15 % of the way behind the straight line: 73.5 is 0.35 done and on track, 73.4 is 0.34 and at risk", () => {
    expect(statusOf({ actual: 73.5 })).toBe("on_track");
    expect(statusOf({ actual: 73.4 })).toBe("at_risk");
  });

  it("is reached at the target, before the due date and after it", () => {
    expect(statusOf({ actual: 80 })).toBe("reached");
    expect(statusOf({ actual: 81, today: "2027-06-01" })).toBe("reached");
  });

  it("is missed once the due date has passed without it, and not on the due date itself", () => {
    expect(statusOf({ actual: 79, today: "2027-01-02" })).toBe("missed");
    expect(statusOf({ actual: 79, today: "2027-01-01" })).toBe("on_track");
  });

  it("counts downwards where less is better: losses from 12 to 8 stand at 10, half the way", () => {
    const losses = { baseline: 12, target: 8, direction: "down" as const };
    expect(assessMeasured({ ...goal, ...losses, actual: 10 }).done).toBeCloseTo(0.5);
    expect(statusOf({ ...losses, actual: 8 })).toBe("reached");
    expect(statusOf({ ...losses, actual: 13 })).toBe("at_risk");
  });

  it("went the other way: 65 from a baseline of 70 is −0.5 of the way, never 0", () => {
    expect(assessMeasured({ ...goal, actual: 65 }).done).toBeCloseTo(-0.5);
  });

  it("is not measurable without an actual, and has no share of the way without a baseline or with a target that is none", () => {
    expect(statusOf({ actual: null })).toBe("unknown");
    expect(assessMeasured({ ...goal, baseline: null }).done).toBeNull();
    expect(statusOf({ baseline: null, actual: 90 })).toBe("reached");
    expect(statusOf({ baseline: 85, actual: 82 })).toBe("reached");
    expect(statusOf({ baseline: 85, actual: 79 })).toBe("unknown");
  });
});

describe("a judged goal", () => {
  it("stands as last assessed until it is due, then only reached counts", () => {
    expect(assessJudged(null, "2027-01-01", "2026-07-01")).toBe("unknown");
    expect(assessJudged("at_risk", "2027-01-01", "2026-07-01")).toBe("at_risk");
    expect(assessJudged("on_track", "2027-01-01", "2027-01-02")).toBe("missed");
    expect(assessJudged("reached", "2027-01-01", "2027-06-01")).toBe("reached");
  });
});
