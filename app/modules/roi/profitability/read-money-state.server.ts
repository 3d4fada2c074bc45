// Question: is there anything that customer money could be computed from?
import { sql } from "~/db/sql.server";
import type { MoneyState } from "../ui/money-state";

export async function readMoneyState(): Promise<MoneyState> {
  const [row] = await sql()<{ revenue: boolean; costs: boolean; assignments: boolean }[]>`
    select exists (select 1 from revenue_entries) as revenue,
           exists (select 1 from cost_entries) or exists (select 1 from employment_spells where annual_salary_minor > 0) as costs,
           exists (select 1 from assignments) as assignments`;
  const state = row ?? { revenue: false, costs: false, assignments: false };
  return { ...state, isComplete: state.revenue && state.costs && state.assignments };
}
