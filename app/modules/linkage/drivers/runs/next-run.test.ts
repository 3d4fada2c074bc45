import { describe, expect, it } from "vitest";
import { nextRunAt, type RunsSeen } from "./next-run";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21) + seconds * 1_000);
const present = { dataStamp: "7", codeVersion: "a" };
const older = { dataStamp: "6", codeVersion: "a" };
const seen = (parts: Partial<RunsSeen>): RunsSeen => ({
  now: at(0),
  present,
  finished: null,
  running: null,
  waiting: null,
  failures: { count: 0, lastAt: null },
  ...parts,
});
const waiting = (run: typeof present, queuedAt: number, isRequested = false) => ({
  ...run,
  queuedAt: at(queuedAt),
  isRequested,
});

describe("when the next run begins", () => {
  it("at once where none was ever computed", () => {
    expect(nextRunAt(seen({}))).toEqual(at(0));
  });

  it("never while the latest has today's data and code", () => {
    expect(nextRunAt(seen({ finished: present }))).toBeNull();
  });

  it("20 seconds after the data changed", () => {
    expect(nextRunAt(seen({ finished: older }))).toEqual(at(20));
  });

  it("20 seconds after the code changed", () => {
    expect(nextRunAt(seen({ finished: { ...present, codeVersion: "b" } }))).toEqual(at(20));
  });

  it("20 seconds after the latest of many changes", () => {
    expect(nextRunAt(seen({ finished: older, waiting: waiting(older, -300) }))).toEqual(at(20));
  });

  it("at most ten minutes after the first of them", () => {
    expect(nextRunAt(seen({ finished: older, waiting: waiting(older, -590) }))).toEqual(at(10));
  });

  it("when it was queued for, while nothing changes any more", () => {
    expect(nextRunAt(seen({ finished: older, waiting: waiting(present, -5) }))).toBeNull();
  });

  it("when somebody asked, whatever changes", () => {
    expect(nextRunAt(seen({ finished: older, waiting: waiting(older, -5, true) }))).toBeNull();
  });

  it("not beside one that already computes the same", () => {
    expect(nextRunAt(seen({ finished: older, running: present }))).toBeNull();
  });

  it("after one that computes what is out of date", () => {
    expect(nextRunAt(seen({ finished: older, running: older }))).toEqual(at(20));
  });

  it("ten seconds after a failure, five minutes after the next, and then not until something changes", () => {
    const failed = (count: number) => seen({ finished: older, failures: { count, lastAt: at(-4) } });
    expect(nextRunAt(failed(1))).toEqual(at(6));
    expect(nextRunAt(failed(2))).toEqual(at(296));
    expect(nextRunAt(failed(3))).toBeNull();
  });
});
