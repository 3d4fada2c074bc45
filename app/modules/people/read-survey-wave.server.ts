// Question: what did the last survey that is over say, for the company and for each unit, above the limit only?
import { sql } from "~/db/sql.server";
import { addDays, type CalendarDate } from "~/kernel/calendar";
import { decideSurveyWave, type SurveyWave } from "./survey-wave";

/** Answers arrive by import, days apart; the same wave for every page of a while costs one reading. */
const keptMs = 10 * 60_000;
let kept:
  | { readonly today: CalendarDate; readonly until: number; readonly wave: Promise<SurveyWave> }
  | undefined;

/** The one reading of a survey that pages, charts and files draw from: two of them would tell more than either. */
export function readSurveyWave(today: CalendarDate): Promise<SurveyWave> {
  if (!kept || kept.today !== today || kept.until < Date.now()) {
    const wave = selectAnswers(today).then(decideSurveyWave);
    const made = { today, until: Date.now() + keptMs, wave };
    kept = made;
    wave.catch(() => {
      if (kept === made) kept = undefined;
    });
  }
  return kept.wave;
}

/**
 * Answers that come one by one would show each new one by the change of the mean, and so would people who move between
 * units: only a survey that has been silent for two weeks counts, and each answer stays with the unit of its day.
 */
const silentDays = 14;

async function selectAnswers(today: CalendarDate) {
  const rows = await sql()<Row[]>`
    with latest as (
      select survey from survey_answers where answered_on > ${addDays(today, -400)} and (engagement is not null or enps is not null)
      group by survey having max(answered_on) <= ${addDays(today, -silentDays)}
      order by max(answered_on) desc, survey desc limit 1)
    select a.survey, o.id as unit_id, o.name as unit_name,
           count(a.engagement)::int as engagement_n, coalesce(sum(a.engagement), 0)::float8 as engagement_sum,
           coalesce(sum(a.engagement * a.engagement), 0)::float8 as engagement_squares,
           count(a.enps)::int as enps_n, (count(*) filter (where a.enps >= 9))::int as promoters,
           (count(*) filter (where a.enps <= 6))::int as detractors
    from survey_answers a join latest on latest.survey = a.survey
    join employment_spells s on s.employee_id = a.employee_id and s.starts_on <= a.answered_on and (s.ends_on is null or s.ends_on > a.answered_on)
    join org_units o on o.id = s.org_unit_id
    group by a.survey, o.id order by o.name, o.id`;
  return rows.map((row) => ({
    survey: row.survey,
    unitId: row.unitId,
    unitName: row.unitName,
    engagement: { n: row.engagementN, sum: row.engagementSum, squares: row.engagementSquares },
    enps: { n: row.enpsN, promoters: row.promoters, detractors: row.detractors },
  }));
}

interface Row {
  readonly survey: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly engagementN: number;
  readonly engagementSum: number;
  readonly engagementSquares: number;
  readonly enpsN: number;
  readonly promoters: number;
  readonly detractors: number;
}
