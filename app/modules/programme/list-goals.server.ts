// Question: which goals of the programme concern the reader, and how does each stand?
import { type SqlFragment, sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { GoalRow } from "./goal-row";
import { type MeasuredGoal, measureGoals } from "./measure-goals.server";
import { notFound, requireId } from "./programme-people.server";
import { meantForReader } from "./units-of-reader.server";

const mostGoals = 100;

export async function listGoals(scope: Scope<"programme.read">): Promise<MeasuredGoal[]> {
  const [goals, company] = await Promise.all([selectGoals(scope, sql()`true`), companyToday(sql())]);
  return measureGoals(goals, company);
}

export async function getGoal(
  scope: Scope<"programme.read" | "programme.write">,
  id: string,
): Promise<MeasuredGoal> {
  const [goals, company] = await Promise.all([
    selectGoals(scope, sql()`g.id = ${requireId(id)}`),
    companyToday(sql()),
  ]);
  const [goal] = await measureGoals(goals, company);
  if (!goal) throw notFound();
  return goal;
}

function selectGoals(scope: Scope, where: SqlFragment): Promise<GoalRow[]> {
  const run = sql();
  return run<GoalRow[]>`
    select g.id, g.kind, g.title, g.description, g.metric, g.org_unit_id, u.name as org_unit_name, u.code as org_unit_code,
           g.baseline_on, g.baseline_value::float8 as baseline_value, g.target_value::float8 as target_value, g.currency, g.due_on,
           g.owner_id, o.name as owner_name, o.employee_number as owner_number, g.assessment, g.assessment_note, g.assessed_on
    from programme_goals g left join org_units u on u.id = g.org_unit_id left join employees o on o.id = g.owner_id
    where g.archived_at is null and ${where} and ${meantForReader(run, scope, "g.org_unit_id")}
    order by g.due_on, g.created_at, g.id limit ${mostGoals}`;
}
