import { describe, expect, it } from "vitest";
import { handoverStretches, thinned } from "./handover-timeline";
import { causes, type PanelData } from "./panel-data";

/** One account a list: months since the last handover by month, with the cause of the last one. */
function panelOf(
  ...accounts: readonly (readonly (readonly [since: number | null, cause?: string])[])[]
): PanelData {
  const rows = accounts.flatMap((months, account) =>
    months.map(([since, cause], month) => ({ account, month, since, cause })),
  );
  const accountStart = accounts.map((_, account) => rows.findIndex((row) => row.account === account));
  return {
    accountIds: accounts.map((_, account) => String(account)),
    accountStart: Int32Array.from([...accountStart, rows.length]),
    month: Int32Array.from(rows, ({ month }) => month),
    lastCause: Int32Array.from(rows, ({ cause }) => causes.indexOf(cause as never)),
    unrecordedHandover: new Int32Array(accounts.length).fill(-1),
    columns: { monthsSinceHandover: Float32Array.from(rows, ({ since }) => since ?? Number.NaN) },
  } as unknown as PanelData;
}

const quiet = [null] as const;
const handed = (since: number, cause: string) => [since, cause] as const;

describe("handoverStretches", () => {
  it("goes from the settled months through the handover to the next one", () => {
    const panel = panelOf([
      quiet,
      quiet,
      handed(0, "departure"),
      handed(1, "departure"),
      handed(0, "planned"),
    ]);
    expect(handoverStretches(panel, "departure")).toEqual([{ account: 0, from: 0, to: 4, handedOver: 2 }]);
  });

  it("compares an account until a handover of another cause", () => {
    const panel = panelOf([quiet, quiet, handed(0, "planned"), handed(1, "planned")]);
    expect(handoverStretches(panel, "departure")).toEqual([
      { account: 0, from: 0, to: 2, handedOver: Number.POSITIVE_INFINITY },
    ]);
  });

  it("begins a year after an earlier handover", () => {
    const panel = panelOf([handed(11, "planned"), handed(12, "planned"), handed(13, "planned")]);
    expect(handoverStretches(panel, "departure")).toEqual([
      { account: 0, from: 1, to: 3, handedOver: Number.POSITIVE_INFINITY },
    ]);
  });

  it("leaves out an account that was never settled", () => {
    expect(handoverStretches(panelOf([handed(0, "departure"), handed(1, "departure")]), "departure")).toEqual(
      [],
    );
  });
});

describe("thinned", () => {
  const stretches = Array.from({ length: 10 }, (_, account) => ({ account, from: 0, to: 1, handedOver: 0 }));

  it("takes every other one of ten where five are allowed", () => {
    expect(thinned(stretches, 5).map(({ account }) => account)).toEqual([0, 2, 4, 6, 8]);
  });

  it("takes all where they are few enough", () => {
    expect(thinned(stretches, 10)).toBe(stretches);
  });
});
