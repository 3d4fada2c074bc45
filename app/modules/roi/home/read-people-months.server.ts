// Question: how did the staff of the company change, month by month, and what was spent on it by category?
import { sql } from "~/db/sql.server";
import { addMonths, type Month } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";

export interface PeopleMonth {
  readonly month: Month;
  readonly headcountEnd: number;
  readonly personDays: number;
  readonly fteDays: number;
  readonly hires: number;
  readonly leavers: number;
  readonly leftVoluntary: number;
  readonly leftRegretted: number;
  readonly acquisitionMinor: number;
  readonly compensationMinor: number;
  readonly retentionMinor: number;
  readonly trainingMinor: number;
  readonly turnoverMinor: number;
  readonly productivityMinor: number;
  readonly moraleMinor: number;
  readonly trainingHours: number;
}

/** Sums over the whole company: a scope that sees only part of it must not ask, since small units would show pay. */
export async function readPeopleMonths(
  _scope: Scope<"home.hr" | "home.leadership">,
  last: Month,
): Promise<PeopleMonth[]> {
  return sql()<PeopleMonth[]>`
    select month, sum(headcount_end)::int as headcount_end, sum(person_days::float8) as person_days, sum(fte_days::float8) as fte_days,
           sum(hires)::int as hires,
           sum(left_voluntary + left_involuntary + left_retirement + left_end_of_contract + left_other + left_unknown)::int as leavers,
           sum(left_voluntary)::int as left_voluntary, sum(left_regretted)::int as left_regretted,
           sum(acquisition_minor::float8) as acquisition_minor, sum(compensation_minor::float8) as compensation_minor,
           sum(retention_minor::float8) as retention_minor, sum(training_minor::float8) as training_minor,
           sum(turnover_minor::float8) as turnover_minor, sum(productivity_minor::float8) as productivity_minor,
           sum(morale_minor::float8) as morale_minor, sum(training_hours::float8) as training_hours
    from unit_people_months where month > ${addMonths(last, -48)} and month <= ${last}
    group by month order by month`;
}
