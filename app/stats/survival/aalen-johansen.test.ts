import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { createGenerator } from "../random/generator";
import { aalenJohansen, incidenceAt } from "./aalen-johansen";
import { kaplanMeier } from "./kaplan-meier";

const expected = readReference("expected").aalen_johansen;
const own = readReference("survival");
const { entry, exit, cause, v, id } = own.rows;
const firstRows = [...id.keys()].filter((i: number) => id.indexOf(id[i]) === i);
const pick = (column: number[]) => firstRows.map((i) => column[i]!);

describe("Aalen-Johansen against R", () => {
  it("120 rows of mgus2", () => {
    const curves = answered(aalenJohansen({ exit: expected.etime, event: expected.event }));
    const [pcm, death] = curves.causes.map((state) => incidenceAt(curves, state, expected.times));
    expectClose(
      pcm!.map((at) => at.probability),
      expected.pstate_pcm,
    );
    expectClose(
      death!.map((at) => at.probability),
      expected.pstate_death,
    );
    expectClose(
      pcm!.map((at) => at.standardError),
      expected.se_pcm,
    );
    expectClose(
      death!.map((at) => at.standardError),
      expected.se_death,
    );
    expected.times.forEach((time: number, i: number) => {
      const next = curves.times.findIndex((own) => own >= time);
      expect(curves.atRisk[next]).toBe(expected.n_risk[i]);
    });
  });

  it.each([
    ["right", { exit, event: cause }],
    ["right_weights", { exit, event: cause, weights: v }],
    ["delayed", { entry, exit, event: cause, weights: v }],
    ["delayed_once", { entry: pick(entry), exit: pick(exit), event: pick(cause) }],
  ])("three causes with ties: %s", (key, rows) => {
    const curves = answered(aalenJohansen(rows));
    const want = own.aj[key];
    expectClose(curves.times, want.time);
    [curves.eventFree, ...curves.causes].forEach((state, j) => {
      expectClose(
        state.probability,
        want.p.map((row: number[]) => row[j]!),
      );
      expectClose(
        state.standardError,
        want.se.map((row: number[]) => row[j]!),
      );
    });
  });
});

describe("Aalen-Johansen by its properties", () => {
  it("adds up to one, its event-free state being Kaplan-Meier's with its jackknife error", () => {
    const curves = answered(aalenJohansen({ entry, exit, event: cause, weights: v }, { cluster: id }));
    const any = { entry, exit, event: cause.map((code: number) => Math.min(code, 1)), weights: v };
    const km = answered(kaplanMeier(any, { cluster: id }));
    expectClose(curves.eventFree.probability, [...km.survival], 1e-12);
    expectClose(curves.eventFree.standardError, [...km.standardError], 1e-10);
    for (let k = 0; k < curves.times.length; k++) {
      const sum = curves.causes.reduce(
        (total, state) => total + state.probability[k]!,
        curves.eventFree.probability[k]!,
      );
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  it("has the binomial error √(F(1 − F)/n) where nobody is censored", () => {
    const curves = answered(
      aalenJohansen({ exit: [1, 2, 2, 3, 4, 5, 6, 7], event: [1, 2, 1, 1, 2, 1, 1, 2] }),
    );
    for (const state of curves.causes) {
      expectClose(
        state.standardError,
        [...state.probability].map((f) => Math.sqrt((f * (1 - f)) / 8)),
        1e-12,
      );
    }
  });

  it("is not changed by splitting rows of one unit, given its label", () => {
    const whole = answered(aalenJohansen({ entry: pick(entry), exit: pick(exit), event: pick(cause) }));
    const halves = firstRows.flatMap((i) => [
      { entry: entry[i], exit: (entry[i] + exit[i]) / 2, event: 0, unit: i },
      { entry: (entry[i] + exit[i]) / 2, exit: exit[i], event: cause[i], unit: i },
    ]);
    const column = (key: "entry" | "exit" | "event" | "unit") => halves.map((half) => half[key]);
    const split = answered(
      aalenJohansen(
        { entry: column("entry"), exit: column("exit"), event: column("event") },
        { cluster: column("unit") },
      ),
    );
    const times = [5, 10, 15];
    const read = (curves: typeof whole) =>
      curves.causes.flatMap((state) =>
        incidenceAt(curves, state, times).flatMap((at) => [at.probability, at.standardError]),
      );
    expectClose(read(split), read(whole), 1e-12);
  });

  it("covers the true incidence as often as it says", () => {
    const generator = createGenerator("aj-coverage");
    let covered = 0;
    const trials = 1000;
    const truth = (1 / 3) * (1 - Math.exp(-1.5)); // hazards 0.5 and 1 at time 1
    for (let trial = 0; trial < trials; trial++) {
      const time = Array.from({ length: 150 }, () => -Math.log(generator.uniform()) / 1.5);
      const which = time.map(() => (generator.uniform() < 1 / 3 ? 1 : 2));
      const end = time.map(() => 0.5 + 2 * generator.uniform());
      const curves = answered(
        aalenJohansen(
          {
            exit: time.map((t, i) => Math.min(t, end[i]!)),
            event: time.map((t, i) => (t <= end[i]! ? which[i]! : 0)),
          },
          { interval: "log-log" },
        ),
      );
      const [at] = incidenceAt(curves, curves.causes[0]!, [1]);
      if (at!.lower <= truth && truth <= at!.upper) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.925);
    expect(covered / trials).toBeLessThan(0.97);
  });
});

describe("Aalen-Johansen on malformed input", () => {
  it("tells why there is no answer, and names a wrong argument", () => {
    expect(aalenJohansen({ exit: [], event: [] })).toMatchObject({ refused: "too-few-observations" });
    expect(aalenJohansen({ exit: [1, 2], event: [0, 0] })).toMatchObject({ refused: "no-events" });
    expect([...answered(aalenJohansen({ exit: [1], event: [1] })).causes[0]!.probability]).toEqual([1]);
    expect(() => aalenJohansen({ exit: [1, Number.NaN], event: [1, 0] })).toThrow("exit");
    expect(() => aalenJohansen({ exit: [1, 2], event: [1, 1.5] })).toThrow("event");
    expect(() => aalenJohansen({ exit: [1, 2], event: [1, 3] }, { causes: 2 })).toThrow("event");
    expect(() => aalenJohansen({ exit: [1, 2], event: [1, 2] }, { cluster: [1] })).toThrow("cluster");
  });
});
