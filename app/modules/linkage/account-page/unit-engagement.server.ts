import type { CalendarDate } from "~/kernel/calendar";
import { readSurveyWave } from "~/modules/people/read-survey-wave.server";
import type { EngagementSums, HiddenReason, Result } from "~/modules/people/survey-wave";

/** Mean engagement on its 1–5 scale, or why it is not shown. */
export interface EngagementFigure {
  readonly mean: number | null;
  /** Null where the number of answers is not shown either. */
  readonly n: number | null;
  readonly reason: HiddenReason | null;
  readonly survey: string | null;
}

export async function engagementOf(
  unitId: string,
  today: CalendarDate,
): Promise<{ unit: EngagementFigure; company: EngagementFigure }> {
  const { survey, company, units } = await readSurveyWave(today);
  const unit = units.find((each) => each.unitId === unitId);
  const figure = ({ reason, sums }: Result<EngagementSums>): EngagementFigure =>
    sums
      ? { mean: sums.sum / sums.n, n: sums.n, reason: null, survey }
      : { mean: null, n: null, reason, survey };
  return {
    unit: figure(unit?.engagement ?? { reason: "no_data", sums: null }),
    company: figure(company.engagement),
  };
}
