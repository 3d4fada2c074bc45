import type { AggregateEffects } from "../event-study/aggregate-effects";
import type { GroupTimeEffects, GroupTimeInput } from "../event-study/group-time-effects";
import type { PreTrendTest } from "../event-study/pre-trend-test";
import type { SimultaneousBand } from "../event-study/simultaneous-band";
import type { DiscreteHazardOptions, DiscreteHazardRows } from "../hazard/discrete-time-hazard";
import type { DriverImportanceInput } from "../importance/driver-importance";
import type { RandomInterceptFit, RandomInterceptInput } from "../regression/random-intercept";
import { isRefusal, type Refusal } from "../result";
import type { CoxOptions } from "../survival/cox-regression";
import type { CoxRows } from "../survival/cox-rows";
import type { FollowUp } from "../survival/follow-up";
import type { KaplanMeierOptions } from "../survival/kaplan-meier";
import type { ReportProgress, TaskLoader } from "./serve-tasks.server";

export interface EventStudyTask extends Omit<GroupTimeInput, "onProgress"> {
  readonly seed: number | string;
  readonly replicates?: number;
}

/** A whole event study without its influence functions, which are as large as the panel and serve nobody outside. */
export interface EventStudyAnswer {
  readonly groupTime: Omit<GroupTimeEffects, "influence" | "cohortWeight">;
  readonly dynamic: Omit<AggregateEffects, "influence"> | Refusal;
  readonly simple: Omit<AggregateEffects, "influence"> | Refusal;
  readonly band: SimultaneousBand | Refusal;
  readonly preTrend: PreTrendTest | Refusal;
}

/**
 * What a worker can be asked for, by name. Functions cannot cross threads: a task takes a seed where the function
 * behind it takes a generator, and reports progress through the runner.
 */
export const tasks = {
  "event-study": async () => {
    const { groupTimeEffects } = await import("../event-study/group-time-effects");
    const { aggregateEffects } = await import("../event-study/aggregate-effects");
    const { simultaneousBand } = await import("../event-study/simultaneous-band");
    const { preTrendTest } = await import("../event-study/pre-trend-test");
    const { createGenerator } = await import("../random/generator");
    return (
      { seed, replicates, ...input }: EventStudyTask,
      report: ReportProgress,
    ): EventStudyAnswer | Refusal => {
      const fit = groupTimeEffects({ ...input, onProgress: (done) => report(done / 2) });
      if (isRefusal(fit)) return fit;
      const dynamic = aggregateEffects(fit, { by: "dynamic" });
      const band = isRefusal(dynamic)
        ? dynamic
        : simultaneousBand({
            effects: dynamic.effects,
            influence: dynamic.influence,
            clusters: dynamic.clusters,
            level: fit.level,
            generator: createGenerator(seed),
            replicates,
            onProgress: (done) => report(0.5 + done / 2),
          });
      const { influence: _, cohortWeight: __, ...groupTime } = fit;
      return {
        groupTime,
        dynamic: withoutInfluence(dynamic),
        simple: withoutInfluence(aggregateEffects(fit, { by: "simple" })),
        band,
        preTrend: preTrendTest(fit),
      };
    };
  },
  "group-time-effects": async () => {
    const { groupTimeEffects } = await import("../event-study/group-time-effects");
    return (input: Omit<GroupTimeInput, "onProgress">, onProgress: ReportProgress) =>
      groupTimeEffects({ ...input, onProgress });
  },
  "sun-abraham": async () => (await import("../event-study/sun-abraham")).sunAbraham,
  "static-two-way": async () => (await import("../event-study/two-way-contrast")).staticTwoWay,
  "driver-importance": async () => {
    const { driverImportance } = await import("../importance/driver-importance");
    const { createGenerator } = await import("../random/generator");
    type Input = Omit<DriverImportanceInput, "onProgress" | "generator"> & { seed: number | string };
    return ({ seed, ...input }: Input, onProgress: ReportProgress) =>
      driverImportance({ ...input, generator: createGenerator(seed), onProgress });
  },
  "cox-regression": async () => {
    const { coxRegression } = await import("../survival/cox-regression");
    return ({ rows, options }: { rows: CoxRows; options?: CoxOptions }) => coxRegression(rows, options);
  },
  "kaplan-meier": async () => {
    const { kaplanMeier } = await import("../survival/kaplan-meier");
    return ({ rows, options }: { rows: FollowUp; options?: KaplanMeierOptions }) =>
      kaplanMeier(rows, options);
  },
  "discrete-time-hazard": async () => {
    const { discreteTimeHazard } = await import("../hazard/discrete-time-hazard");
    return ({ rows, options }: { rows: DiscreteHazardRows; options: DiscreteHazardOptions }) =>
      discreteTimeHazard(rows, options);
  },
  "fixed-effects": async () => (await import("./fixed-effects-answer")).fixedEffectsAnswer,
  "random-intercept": async () => {
    const { randomIntercept } = await import("../regression/random-intercept");
    return (input: RandomInterceptInput): Omit<RandomInterceptFit, "moments"> | Refusal => {
      const fit = randomIntercept(input);
      if (isRefusal(fit)) return fit;
      const { moments: _, ...rest } = fit;
      return rest;
    };
  },
} satisfies Record<string, TaskLoader>;

function withoutInfluence(
  average: AggregateEffects | Refusal,
): Omit<AggregateEffects, "influence"> | Refusal {
  if (isRefusal(average)) return average;
  const { influence: _, ...rest } = average;
  return rest;
}

export type TaskName = keyof typeof tasks;
type Task<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;
export type TaskInput<Name extends TaskName> = Parameters<Task<Name>>[0];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<Task<Name>>>;
