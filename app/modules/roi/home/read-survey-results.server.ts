import type { CalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { readSurveyWave } from "~/modules/people/read-survey-wave.server";
import type { HiddenReason, Result, SurveyWave } from "~/modules/people/survey-wave";
import { meanReading, noData, npsReading, type Reading } from "./figures";

/** One question's value in one unit; null with its reason where it is not shown, its number of answers included. */
export interface SurveyCell {
  readonly value: number | null;
  readonly n: number | null;
  readonly reason: HiddenReason | null;
}

export interface SurveyResults {
  readonly survey: string | null;
  readonly engagement: Reading;
  readonly enps: Reading;
  readonly units: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly engagement: SurveyCell;
    readonly enps: SurveyCell;
  }[];
}

export async function readSurveyResults(
  _scope: Scope<"home.hr">,
  today: CalendarDate,
): Promise<SurveyResults> {
  return prepareSurveyResults(await readSurveyWave(today));
}

export function prepareSurveyResults({ survey, company, units }: SurveyWave): SurveyResults {
  return {
    survey,
    engagement: read(company.engagement, ({ n, sum, squares }) => meanReading(n, sum, squares)),
    enps: read(company.enps, ({ n, promoters, detractors }) => npsReading(n, promoters, detractors)),
    units: units.map(({ unitId, unitName, engagement, enps }) => ({
      unitId,
      unitName,
      engagement: cell(engagement, ({ n, sum }) => sum / n),
      enps: cell(enps, ({ n, promoters, detractors }) => (100 * (promoters - detractors)) / n),
    })),
  };
}

function read<Sums>({ reason, sums }: Result<Sums>, reading: (sums: Sums) => Reading): Reading {
  if (sums) return reading(sums);
  return reason === "no_data" ? noData() : { ...noData(), reason: "suppressed" };
}

function cell<Sums extends { readonly n: number }>(
  { reason, sums }: Result<Sums>,
  value: (sums: Sums) => number,
): SurveyCell {
  return sums ? { value: value(sums), n: sums.n, reason: null } : { value: null, n: null, reason };
}
