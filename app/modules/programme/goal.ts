import { z } from "zod";
import { optionalLine, requiredDate, requiredLine } from "~/modules/people/form-fields";
import { isMetricId, metricOf } from "./metric-library";

export const goalKinds = ["quantitative", "qualitative"] as const;
export type GoalKind = (typeof goalKinds)[number];

export const goalAssessments = ["on_track", "at_risk", "reached"] as const;
export type GoalAssessment = (typeof goalAssessments)[number];

const figure = optionalLine(24).refine(
  (text) => text === null || /^[+-]?\d{1,15}(\.\d{1,4})?$/.test(text),
  "number",
);

/** The form of both kinds: a measured goal needs a metric and a target, a judged one says what will be true. */
export const goalForm = z
  .object({
    kind: z.enum(goalKinds, "required"),
    title: requiredLine(160),
    description: optionalLine(2_000),
    metric: optionalLine(40),
    unitCode: optionalLine(60),
    baselineOn: requiredDate,
    baselineValue: figure,
    targetValue: figure,
    dueOn: requiredDate,
    ownerNumber: optionalLine(60),
  })
  .superRefine((goal, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (goal.dueOn <= goal.baselineOn) refuse("dueOn", "endBeforeStart");
    if (goal.kind === "qualitative") {
      if (goal.description === null) refuse("description", "required");
      return;
    }
    if (!isMetricId(goal.metric)) return refuse("metric", "required");
    if (goal.targetValue === null) refuse("targetValue", "required");
    if (goal.unitCode !== null && metricOf(goal.metric).reach === "company only")
      refuse("unitCode", "companyOnly");
  })
  .transform((goal) =>
    goal.kind === "quantitative" ? goal : { ...goal, metric: null, baselineValue: null, targetValue: null },
  );
export type GoalInput = z.output<typeof goalForm>;

export const assessmentForm = z.object({
  assessment: z.enum(goalAssessments, "required"),
  note: requiredLine(1_000),
});
export type AssessmentInput = z.output<typeof assessmentForm>;
