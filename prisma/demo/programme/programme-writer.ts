import type { SqlTransaction } from "../../../app/db/sql.server";
import { addDays, addMonths, monthOf } from "../../../app/kernel/calendar";
import type { DemoCalendar } from "../demo-calendar";
import { demoLogins } from "../demo-logins";
import type { GeneratedCompany } from "../generate-company";
import { createIds } from "../row-ids";
import { announcementPlans } from "./announcement-plans";
import { charterPlan, responsibilityPlans } from "./charter-plan";
import { goalPlans } from "./goal-plans";
import type { DemoDay, DemoPerson } from "./plan-terms";
import { problemPlans } from "./problem-plans";
import { readinessPlans } from "./readiness-plans";
import { riskPlans } from "./risk-plans";

/** The programme of the generated company: the same rows for the same seed and day, dated by the months before today. */
export async function writeProgramme(
  tx: SqlTransaction,
  company: GeneratedCompany,
  seed: number,
): Promise<void> {
  const { calendar, people } = company;
  const personId = (person: DemoPerson) => people[person].employeeId;
  const personName = (person: DemoPerson) => people[person].name;
  const dayOf = createDays(calendar);
  const unitIds = new Map(company.organisation.units.map((unit) => [unit.code, unit.id]));
  const unitId = (code: string | null) => (code === null ? null : (unitIds.get(code) ?? null));
  const nextId = createIds("programme", seed);
  const began = `${dayOf(charterPlan.startsOn)}T08:00:00Z`;

  await tx`insert into programme_charters (id, name, purpose, sponsor_id, starts_on, updated_at)
           values (1, ${charterPlan.name}, ${charterPlan.purpose}, ${personId(charterPlan.sponsor)}, ${dayOf(charterPlan.startsOn)}, ${began})`;
  for (const plan of responsibilityPlans)
    await tx`insert into programme_responsibilities (id, matter, decides_id, does_id, consulted, informed, created_at)
             values (${nextId()}, ${plan.matter}, ${personId(plan.decides)}, ${personId(plan.does)}, ${plan.consulted}, ${plan.informed}, ${began})`;
  for (const plan of goalPlans) {
    const [assessment, note, assessedOn] = plan.assessment ?? [null, null, null];
    await tx`insert into programme_goals (id, kind, title, description, metric, org_unit_id, baseline_on, target_value, due_on, owner_id,
                                          assessment, assessment_note, assessed_on, created_at)
             values (${nextId()}, ${plan.metric ? "quantitative" : "qualitative"}::goal_kind, ${plan.title}, ${plan.description}, ${plan.metric},
                     ${unitId(plan.unit)}, ${dayOf(plan.baselineOn)}, ${plan.target}, ${dayOf(plan.dueOn)}, ${personId(plan.owner)},
                     ${assessment}::goal_assessment, ${note}, ${assessedOn && dayOf(assessedOn)}, ${began})`;
  }
  for (const plan of readinessPlans) {
    await tx`insert into programme_readiness (item, status, answer, owner_id, updated_at)
             values (${plan.item}, ${plan.status}::readiness_status, ${plan.answer || null}, ${personId(plan.owner)}, ${began})`;
    for (const [text, link, on] of plan.evidence)
      await tx`insert into readiness_evidence (id, item, text, link, dated_on, given_by_name, created_at)
               values (${nextId()}, ${plan.item}, ${text}, ${link}, ${dayOf(on)}, ${personName(plan.owner)}, ${`${dayOf(on)}T09:00:00Z`})`;
  }
  for (const plan of riskPlans)
    await tx`insert into programme_risks (id, title, probability, impact, response, response_note, owner_id, review_on, closed_on, created_at)
             values (${nextId()}, ${plan.title}, ${plan.probability}, ${plan.impact}, ${plan.response}::risk_response, ${plan.note},
                     ${personId(plan.owner)}, ${dayOf(plan.reviewOn)}, ${plan.closedOn ? dayOf(plan.closedOn) : null}, ${began})`;
  for (const plan of problemPlans)
    await tx`insert into programme_problems (id, title, found_on, cause, solution, owner_id, closed_on, created_at)
             values (${nextId()}, ${plan.title}, ${dayOf(plan.foundOn)}, ${plan.cause}, ${plan.solution}, ${personId(plan.owner)},
                     ${plan.closedOn && dayOf(plan.closedOn)}, ${`${dayOf(plan.foundOn)}T09:00:00Z`})`;
  await writeAnnouncements(tx, { nextId, dayOf, unitId, personName });
}

interface Context {
  readonly nextId: () => string;
  readonly dayOf: (day: DemoDay) => string;
  readonly unitId: (code: string | null) => string | null;
  readonly personName: (person: DemoPerson) => string;
}

async function writeAnnouncements(
  tx: SqlTransaction,
  { nextId, dayOf, unitId, personName }: Context,
): Promise<void> {
  const rows = await tx<{ id: string; email: string }[]>`select id, email from users`;
  const userId = (person: DemoPerson) => {
    const email = demoLogins.find((login) => login.role === person)?.email;
    return rows.find((row) => row.email === email)?.id ?? null;
  };
  for (const plan of announcementPlans) {
    const id = nextId();
    const publishedOn = dayOf(plan.publishedOn);
    await tx`insert into announcements (id, title, body, org_unit_id, asks_to_confirm, published_at, published_by_name)
             values (${id}, ${plan.title}, ${plan.body}, ${unitId(plan.unit)}, ${plan.asksToConfirm}, ${`${publishedOn}T08:30:00Z`}, ${personName(plan.by)})`;
    for (const reader of plan.readBy) {
      const confirmedAt = plan.confirmedBy.includes(reader) ? `${publishedOn}T11:20:00Z` : null;
      await tx`insert into announcement_reads (announcement_id, user_id, read_at, confirmed_at)
               values (${id}, ${userId(reader)}, ${`${publishedOn}T11:15:00Z`}, ${confirmedAt})`;
    }
    for (const { text, by, on, answer } of plan.feedback)
      await tx`insert into announcement_feedback (id, announcement_id, user_id, text, asked_on, answer, answered_on, answered_by_name)
               values (${nextId()}, ${id}, ${by && userId(by)}, ${text}, ${dayOf(on)}, ${answer?.[0] ?? null}, ${answer && dayOf(answer[2])},
                       ${answer && personName(answer[1])})`;
  }
}

/** The days of the plan as dates, counted from the present month. */
function createDays(calendar: DemoCalendar): (day: DemoDay) => string {
  return ([monthsAgo, day]) => addDays(addMonths(monthOf(calendar.today), -monthsAgo), day - 1);
}
