import { aggregateEffects } from "../../../app/stats/event-study/aggregate-effects";
import { groupTimeEffects } from "../../../app/stats/event-study/group-time-effects";
import { sunAbraham } from "../../../app/stats/event-study/sun-abraham";
import { dynamicTwoWay, staticTwoWay } from "../../../app/stats/event-study/two-way-contrast";
import { answered } from "../compare";
import { readReference } from "../read-reference";

// The library's answers to the event study of expected.json, in its shape.

const { mpdta } = readReference("inputs");
const counties = {
  unit: mpdta.countyreal as number[],
  period: mpdta.year as number[],
  outcome: mpdta.lemp as number[],
  firstTreated: mpdta["first.treat"].map((year: number) => (year === 0 ? Number.POSITIVE_INFINITY : year)),
};

const cells = answered(groupTimeEffects({ ...counties, comparison: "never-treated" }));
const dynamic = answered(aggregateEffects(cells, { by: "dynamic" }));
const simple = answered(aggregateEffects(cells, { by: "simple" }));
const interacted = answered(sunAbraham(counties));
const still = answered(staticTwoWay(counties));
const moving = answered(dynamicTwoWay(counties));
const estimates = (rows: readonly { estimate: number }[]) => rows.map((row) => row.estimate);
const errors = (rows: readonly { standardError: number }[]) => rows.map((row) => row.standardError);

export const eventStudyAnswers = {
  event_study_mpdta: {
    callaway_santanna: {
      group: cells.effects.map((cell) => cell.cohort),
      time: cells.effects.map((cell) => cell.period),
      att: estimates(cells.effects),
      se_analytic: errors(cells.effects),
      dynamic: {
        e: dynamic.effects.map((row) => row.at),
        est: estimates(dynamic.effects),
        se: errors(dynamic.effects),
      },
      dynamic_overall: { est: dynamic.overall.estimate, se: dynamic.overall.standardError },
      simple_overall: { est: simple.overall.estimate, se: simple.overall.standardError },
    },
    sun_abraham_fixest: {
      est: estimates(interacted.effects),
      se: errors(interacted.effects),
      att_overall: [interacted.overall.estimate, interacted.overall.standardError],
    },
    twfe_static: { coef: still.estimate, se: still.standardError },
    twfe_event: { coef: estimates(moving.effects), se: errors(moving.effects) },
  },
};
