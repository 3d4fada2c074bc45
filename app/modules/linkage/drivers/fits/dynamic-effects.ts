import { type AggregateEffects, aggregateEffects } from "~/stats/event-study/aggregate-effects";
import { groupTimeEffects } from "~/stats/event-study/group-time-effects";
import { isRefusal, type Refusal } from "~/stats/result";
import type { FitData } from "./fit-data";
import { type StudyOutcome, studyRows } from "./handover-outcomes";
import { everyThird, latestMonth, noticeMonths } from "./handover-studies";
import type { HandoverStretch } from "./handover-timeline";

/** Effects by months since the handover; a refusal where nobody was handed over or nobody is left to compare with. */
export function dynamicEffects(
  { panel }: FitData,
  stretches: readonly HandoverStretch[],
  outcome: StudyOutcome,
  shift = 0,
): AggregateEffects | Refusal {
  const rows = studyRows(panel, stretches, outcome, shift);
  if (rows.unit.length === 0) return { refused: "too-few-observations", detail: {} };
  const fit = groupTimeEffects({ ...rows, basePeriod: "universal", anticipation: noticeMonths });
  if (isRefusal(fit)) return fit;
  return aggregateEffects(fit, { by: "dynamic", earliest: everyThird[0][0], latest: latestMonth });
}
