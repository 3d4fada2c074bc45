import { sql } from "~/db/sql.server";
import { addDays, type CalendarDate } from "~/kernel/calendar";
import { minimumGroupSize, type Suppression, suppressGroups } from "~/modules/access/suppression";

/** Mean engagement on its 1–5 scale, or why it is not shown. */
export interface EngagementFigure {
  readonly mean: number | null;
  /** Null where the number of answers is not shown either. */
  readonly n: number | null;
  readonly reason: Exclude<Suppression, "shown"> | "no_data" | null;
  readonly survey: string | null;
}

interface Wave {
  readonly survey: string | null;
  readonly company: EngagementFigure;
  readonly byUnit: ReadonlyMap<string, EngagementFigure>;
}

const keptMs = 10 * 60_000;
let kept: { readonly today: CalendarDate; readonly until: number; readonly wave: Promise<Wave> } | undefined;

export async function engagementOf(
  unitId: string,
  today: CalendarDate,
): Promise<{ unit: EngagementFigure; company: EngagementFigure }> {
  if (!kept || kept.today !== today || kept.until < Date.now()) {
    const wave = readWave(today);
    const made = { today, until: Date.now() + keptMs, wave };
    kept = made;
    wave.catch(() => {
      if (kept === made) kept = undefined;
    });
  }
  const { survey, company, byUnit } = await kept.wave;
  return { unit: byUnit.get(unitId) ?? noData(survey), company };
}

const noData = (survey: string | null): EngagementFigure => ({
  mean: null,
  n: null,
  reason: "no_data",
  survey,
});

/**
 * Answers that come one by one would show each new one by the change of the mean, and so would people who move between
 * units: only a survey that has been silent for two weeks counts, and each answer stays with the unit of its day.
 */
const silentDays = 14;

async function readWave(today: CalendarDate): Promise<Wave> {
  const rows = await selectWave(today);
  const survey = rows[0]?.survey ?? null;
  const verdict = suppressGroups(rows.map(({ unitId, n }) => ({ key: unitId, n })));
  const byUnit = new Map<string, EngagementFigure>();
  for (const { unitId, n, total } of rows) {
    const shown = verdict.get(unitId) ?? "too_few";
    byUnit.set(
      unitId,
      shown === "shown"
        ? { mean: total / n, n, reason: null, survey }
        : { mean: null, n: null, reason: shown, survey },
    );
  }
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const company: EngagementFigure =
    n === 0
      ? noData(survey)
      : n < minimumGroupSize
        ? { mean: null, n: null, reason: "too_few", survey }
        : { mean: total / n, n, reason: null, survey };
  return { survey, company, byUnit };
}

/** How engaged was each unit in the latest survey that is over? The sums leave this file only above the limit. */
function selectWave(today: CalendarDate) {
  return sql()<{ survey: string; unitId: string; n: number; total: number }[]>`
    with latest as (
      select survey from survey_answers
      where engagement is not null and answered_on > ${addDays(today, -400)}
      group by survey having max(answered_on) <= ${addDays(today, -silentDays)}
      order by max(answered_on) desc, survey desc limit 1)
    select a.survey, s.org_unit_id as unit_id, count(*)::int as n, sum(a.engagement)::float8 as total
    from survey_answers a
    join latest on latest.survey = a.survey
    join employment_spells s on s.employee_id = a.employee_id
      and s.starts_on <= a.answered_on and (s.ends_on is null or s.ends_on > a.answered_on)
    where a.engagement is not null
    group by a.survey, s.org_unit_id`;
}
