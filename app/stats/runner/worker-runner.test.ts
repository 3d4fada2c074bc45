import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { ArgumentError } from "../arguments";
import { groupTimeEffects } from "../event-study/group-time-effects";
import { discreteTimeHazard } from "../hazard/discrete-time-hazard";
import { createGenerator } from "../random/generator";
import { type RandomInterceptFit, randomIntercept } from "../regression/random-intercept";
import { isRefusal } from "../result";
import { coxRegression } from "../survival/cox-regression";
import { kaplanMeier } from "../survival/kaplan-meier";
import { emitWorkerEntry } from "./emit-worker-entry";
import { fixedEffectsAnswer } from "./fixed-effects-answer";
import { locateWorkerEntry } from "./locate-worker-entry.server";
import { sharedColumn, toSharedColumn } from "./shared-column";
import { createWorkerRunner, type RunOptions } from "./worker-runner.server";

const here = import.meta.dirname;
const root = path.join(here, "../../..");
const runner = createWorkerRunner({ threads: 2 });
/** The same runner with tasks of the tests' own, which the types need not know. */
const rehearsal = createWorkerRunner({
  threads: 1,
  entry: {
    file: path.join(here, "source-worker.js"),
    source: pathToFileURL(path.join(here, "rehearsal-worker.server.ts")).href,
  },
});
const rehearse = rehearsal.run as unknown as (
  task: string,
  input: unknown,
  options?: RunOptions,
) => Promise<unknown>;
afterAll(async () => {
  await runner.close();
  await rehearsal.close();
});

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe("columns", () => {
  it("in shared memory are the same memory in the worker", async () => {
    const column = toSharedColumn(new Float64Array(1_000_000));
    const answer = await rehearse("mark", { column });
    expect(answer).toEqual({ length: 1_000_000, shared: true });
    expect(column[0]).toBe(42);
  });

  it("that are given away leave empty views behind", async () => {
    const column = new Float64Array(1_000_000);
    expect(await rehearse("mark", { column }, { giveAway: true })).toEqual({
      length: 1_000_000,
      shared: false,
    });
    expect(column.length).toBe(0);
  });

  it("that would be copied are refused by name, unless they are short", async () => {
    const column = new Float64Array(100_000);
    await expect(rehearse("mark", { column })).rejects.toMatchObject({ argument: "column" });
    await expect(rehearse("mark", { rows: [[...column]] })).rejects.toMatchObject({ argument: "rows[0]" });
    await rehearse("mark", { column: new Float64Array(10) });
    expect(column[0]).toBe(0);
  });

  it("of a result come back whole", async () => {
    const { values } = (await rehearse("column", { n: 1_000_000 })) as { values: Float64Array };
    expect(values.length).toBe(1_000_000);
    expect(values[999_999]).toBe(7);
  });
});

describe("outcomes", () => {
  it("come across as they were: a wrong argument, a failure, a refusal, an exit", async () => {
    const wrong = await rehearse("wrongArgument", {}).catch((error) => error);
    expect(wrong).toBeInstanceOf(ArgumentError);
    expect(wrong).toMatchObject({ argument: "weights[3]", message: "weights[3]: must be above 0, got -1" });
    await expect(rehearse("failure", {})).rejects.toMatchObject({
      name: "RangeError",
      message: "out of bounds",
    });
    expect(await rehearse("refusal", {})).toEqual({ refused: "no-events", detail: { events: 0 } });
    await expect(rehearse("exit", {})).rejects.toThrow(/code 3/);
    await expect(rehearse("nonsense", {})).rejects.toThrow(/nonsense/);
    // Functions do not cross threads.
    await expect(rehearse("mark", { column: () => 1 })).rejects.toThrow();
    expect(rehearsal.pending).toBe(0);
  });

  it("of the library's own tasks are the library's own results", async () => {
    const rows = {
      unit: [] as number[],
      period: [] as number[],
      outcome: [] as number[],
      firstTreated: [] as number[],
    };
    const g = createGenerator(2);
    for (let unit = 0; unit < 60; unit++) {
      for (let period = 1; period <= 5; period++) {
        rows.unit.push(unit);
        rows.period.push(period);
        rows.firstTreated.push([3, 4, Number.POSITIVE_INFINITY][unit % 3]!);
        rows.outcome.push(g.uniform());
      }
    }
    expect(await runner.run("group-time-effects", rows)).toEqual(groupTimeEffects(rows));
    const study = await runner.run("event-study", { ...rows, seed: 1, replicates: 99 });
    if (isRefusal(study) || isRefusal(study.band)) throw new Error("refused");
    expect(study.band.criticalValue).toBeGreaterThan(1.9);
    const shuffled = { ...rows, period: rows.period.map(() => 1) };
    await expect(runner.run("event-study", { ...shuffled, seed: 1 })).rejects.toMatchObject({
      argument: "period",
    });
    const never = { ...rows, firstTreated: rows.unit.map(() => Number.POSITIVE_INFINITY) };
    expect(await runner.run("event-study", { ...never, seed: 1 })).toMatchObject({ refused: "no-events" });
  });
});

it("every task answers from the worker as the function behind it does here", async () => {
  const g = createGenerator(6);
  const n = 120;
  const draw = () => Float64Array.from({ length: n }, () => g.uniform());
  const [x, noise, late] = [draw(), draw(), draw()];
  const outcome = x.map((value, i) => value + noise[i]! + (i % 10) / 5);
  const group = Float64Array.from({ length: n }, (_, i) => i % 10);
  const month = Float64Array.from({ length: n }, (_, i) => i % 7);
  const rows = {
    exit: noise.map((value) => 1 + Math.floor(5 * value)),
    event: late.map((value) => Number(value < 0.6)),
    covariates: [x],
  };
  const { exit, event } = rows;
  const cox = await runner.run("cox-regression", { rows, options: { ties: "efron" } });
  expect(cox).toEqual(coxRegression(rows, { ties: "efron" }));
  expect(await runner.run("kaplan-meier", { rows: { exit, event } })).toEqual(kaplanMeier({ exit, event }));
  const hazard = { rows, options: { width: 1, lastPeriod: 5 } };
  expect(await runner.run("discrete-time-hazard", hazard)).toEqual(discreteTimeHazard(rows, hazard.options));
  const effects = { outcome, covariates: [x], effects: [group, month], clusters: [group] };
  expect(await runner.run("fixed-effects", effects)).toEqual(fixedEffectsAnswer(effects));
  const few = { ...effects, errors: "bias-reduced", wild: { seed: 1, draws: 99 } } as const;
  expect(await runner.run("fixed-effects", few)).toEqual(fixedEffectsAnswer(few));
  await expect(runner.run("fixed-effects", { ...effects, clusters: [] })).rejects.toThrow(/^clusters/);
  const intercept = await runner.run("random-intercept", { outcome, covariates: [x], group });
  const { moments: _, ...expected } = randomIntercept({
    outcome,
    covariates: [x],
    group,
  }) as RandomInterceptFit;
  expect(intercept).toEqual(expected);
});

describe("cancellation", () => {
  it("ends the thread in the middle of a computation and rejects with the reason", async () => {
    const beats = sharedColumn(1);
    const controller = new AbortController();
    const run = rehearse("spin", { milliseconds: 60_000, beats }, { signal: controller.signal });
    while (beats[0] === 0) await pause(5);
    controller.abort(new Error("no longer wanted"));
    await expect(run).rejects.toThrow("no longer wanted");
    const atEnd = beats[0];
    await pause(50);
    expect(beats[0]).toBe(atEnd);
    expect(rehearsal.pending).toBe(0);
  });

  it("takes a waiting run out of the queue, and an aborted signal starts nothing", async () => {
    const beats = sharedColumn(1);
    const first = new AbortController();
    const second = new AbortController();
    const busy = rehearse("spin", { milliseconds: 60_000, beats }, { signal: first.signal });
    const waits = rehearse("mark", { column: sharedColumn(1) }, { signal: second.signal });
    expect(rehearsal.pending).toBe(2);
    second.abort();
    await expect(waits).rejects.toMatchObject({ name: "AbortError" });
    expect(rehearsal.pending).toBe(1);
    first.abort();
    await expect(busy).rejects.toMatchObject({ name: "AbortError" });
    await expect(rehearse("refusal", {}, { signal: first.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(await rehearse("refusal", {})).toMatchObject({ refused: "no-events" });
  });

  it("by closing the runner rejects everything", async () => {
    const closing = createWorkerRunner({ threads: 1 });
    const input = { seed: 1, outcome: [1, 2, 3, 5, 4], predictors: [[1, 2, 3, 4, 5]] };
    const runs = [1, 2].map(() =>
      closing.run("driver-importance", input).catch((error: Error) => error.message),
    );
    await closing.close();
    expect(await Promise.all(runs)).toEqual(["the runner was closed", "the runner was closed"]);
    expect(() => createWorkerRunner({ threads: 0 })).toThrow(/threads/);
  });
});

it("progress is told at most ten times a second and rises", async () => {
  const told: number[] = [];
  const input = { milliseconds: 450, beats: sharedColumn(1) };
  await rehearse("spin", input, { onProgress: (done) => told.push(done) });
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told.length).toBeLessThanOrEqual(6);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
});

it("a million rows leave the event loop free", async () => {
  const units = 50_000;
  const periods = 20;
  const g = createGenerator(4);
  const column = () => sharedColumn(units * periods);
  const input = { unit: column(), period: column(), outcome: column(), firstTreated: column() };
  for (let i = 0; i < units * periods; i++) {
    const unit = Math.floor(i / periods);
    input.unit[i] = unit;
    input.period[i] = i % periods;
    input.firstTreated[i] = unit % 3 === 0 ? Number.POSITIVE_INFINITY : 6 + 4 * (unit % 3);
    input.outcome[i] = g.uniform();
  }
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 2);
  const before = performance.eventLoopUtilization();
  const started = performance.now();
  const study = await runner.run("event-study", { ...input, seed: 1, replicates: 199 });
  const elapsed = performance.now() - started;
  const { active } = performance.eventLoopUtilization(before);
  clearInterval(timer);
  expect(isRefusal(study)).toBe(false);
  // Both are wall-clock times on a machine others share: generous, and far below the fit's own.
  expect(longest).toBeLessThan(Math.max(250, elapsed / 4));
  expect(active).toBeLessThan(elapsed / 3);
});

describe("the worker's file", () => {
  it("is found from the source, and from a bundle inside the project that does not carry it", () => {
    const source = pathToFileURL(path.join(here, "worker-entry.server.ts")).href;
    expect(locateWorkerEntry()).toMatchObject({ source });
    const inside = pathToFileURL(path.join(root, "node_modules/.cache/bare-bundle/server/index.js")).href;
    expect(locateWorkerEntry(inside)).toMatchObject({ source });
    expect(() => locateWorkerEntry(pathToFileURL("/nowhere/index.js").href)).toThrow(/stats-worker\.js/);
  });

  const bundled = async (folder: string, plugins: ReturnType<typeof emitWorkerEntry>[]) => {
    const { build } = await import("vite");
    mkdirSync(folder, { recursive: true });
    try {
      const entry = path.join(folder, "server.ts");
      const module = path.join(here, "worker-runner.server.ts");
      writeFileSync(
        entry,
        `import { createWorkerRunner } from ${JSON.stringify(module)};
        const runner = createWorkerRunner();
        const predictors = [[1, 2, 3, 4, 5]];
        const fit = await runner.run("driver-importance", { seed: 1, outcome: [1, 2, 3, 5, 4], predictors });
        process.stdout.write(JSON.stringify(fit));`,
      );
      const out = path.join(folder, "out");
      await build({
        root,
        configFile: false,
        logLevel: "error",
        plugins,
        build: { ssr: entry, outDir: out, emptyOutDir: true, target: "es2022" },
      });
      writeFileSync(path.join(out, "package.json"), '{"type":"module"}');
      const { stdout } = await promisify(execFile)(process.execPath, [path.join(out, "server.js")]);
      const files = readdirSync(out);
      return { rSquared: JSON.parse(stdout).rSquared as number, files };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it("runs from a server bundle, by plain Node, away from the source", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "stats-bundle-"));
    const { rSquared, files } = await bundled(folder, [emitWorkerEntry()]);
    expect(files).toContain("stats-worker.js");
    expect(rSquared).toBeCloseTo(0.81, 12);
  });

  it("runs from a bundle made without the plugin, beside the source", async () => {
    const folder = path.join(root, "node_modules/.cache", `stats-bundle-${process.pid}`);
    const { rSquared, files } = await bundled(folder, []);
    expect(files).not.toContain("stats-worker.js");
    expect(rSquared).toBeCloseTo(0.81, 12);
  });
});
