// Question: what did the last survey that is over say, for the company and for each unit, above the limit only?
import { sql } from "~/db/sql.server";
import { addDays, type CalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { minimumGroupSize, type Suppression, suppressGroups } from "~/modules/access/suppression";
import { meanReading, noData, npsReading, type Reading } from "./figures";

export interface UnitResult {
  readonly unitId: string;
  readonly unitName: string;
  readonly verdict: Suppression;
  /** Null where the result is hidden, its number of answers included. */
  readonly n: number | null;
  readonly engagement: number | null;
  readonly enps: number | null;
}

export interface SurveyResults {
  readonly survey: string | null;
  readonly engagement: Reading;
  readonly enps: Reading;
  readonly units: readonly UnitResult[];
}

interface UnitSums {
  readonly survey: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly people: number;
  readonly engagementN: number;
  readonly engagementSum: number;
  readonly engagementSquares: number;
  readonly enpsN: number;
  readonly promoters: number;
  readonly detractors: number;
}

/** Two weeks of silence: answers that come one by one would each show by the change of the mean. */
const silentDays = 14;

export async function readSurveyResults(
  _scope: Scope<"home.hr">,
  today: CalendarDate,
): Promise<SurveyResults> {
  return prepareSurveyResults(await readSums(today));
}

/**
 * Units split the company, whose total is shown, so that a hidden unit must not be its rest. Both questions are hidden
 * together: the smaller of their numbers of answers decides.
 */
export function prepareSurveyResults(sums: readonly UnitSums[]): SurveyResults {
  const smaller = (unit: UnitSums) =>
    Math.min(...[unit.engagementN, unit.enpsN].filter((n) => n > 0), unit.people);
  const verdicts = suppressGroups(sums.map((unit) => ({ key: unit.unitId, n: smaller(unit) })));
  const total = (
    key: "engagementN" | "engagementSum" | "engagementSquares" | "enpsN" | "promoters" | "detractors",
  ) => sums.reduce((sum, unit) => sum + unit[key], 0);
  const guarded = (n: number, reading: () => Reading): Reading =>
    n === 0 ? noData() : n < minimumGroupSize ? { ...noData(), reason: "suppressed" } : reading();
  return {
    survey: sums[0]?.survey ?? null,
    engagement: guarded(total("engagementN"), () =>
      meanReading(total("engagementN"), total("engagementSum"), total("engagementSquares")),
    ),
    enps: guarded(total("enpsN"), () => npsReading(total("enpsN"), total("promoters"), total("detractors"))),
    units: sums.map((unit) => {
      const verdict = verdicts.get(unit.unitId) ?? "too_few";
      const isShown = verdict === "shown";
      return {
        unitId: unit.unitId,
        unitName: unit.unitName,
        verdict,
        n: isShown ? unit.people : null,
        engagement: isShown && unit.engagementN > 0 ? unit.engagementSum / unit.engagementN : null,
        enps: isShown && unit.enpsN > 0 ? (100 * (unit.promoters - unit.detractors)) / unit.enpsN : null,
      };
    }),
  };
}

function readSums(today: CalendarDate): Promise<UnitSums[]> {
  return sql()<UnitSums[]>`
    with latest as (
      select survey from survey_answers where answered_on > ${addDays(today, -400)} and (engagement is not null or enps is not null)
      group by survey having max(answered_on) <= ${addDays(today, -silentDays)}
      order by max(answered_on) desc, survey desc limit 1)
    select a.survey, o.id as unit_id, o.name as unit_name, count(*)::int as people,
           count(a.engagement)::int as engagement_n, coalesce(sum(a.engagement), 0)::float8 as engagement_sum,
           coalesce(sum(a.engagement * a.engagement), 0)::float8 as engagement_squares,
           count(a.enps)::int as enps_n, (count(*) filter (where a.enps >= 9))::int as promoters,
           (count(*) filter (where a.enps <= 6))::int as detractors
    from survey_answers a join latest on latest.survey = a.survey
    join employment_spells s on s.employee_id = a.employee_id and s.starts_on <= a.answered_on and (s.ends_on is null or s.ends_on > a.answered_on)
    join org_units o on o.id = s.org_unit_id
    group by a.survey, o.id order by o.name, o.id`;
}
