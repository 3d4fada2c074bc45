import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import { listGoals } from "./list-goals.server";
import { listReadiness } from "./list-readiness.server";
import type { Standing } from "./ui/standing-tiles";

/** Where each part of the programme stands, in one number each. */
export async function summariseProgramme(
  scope: Scope<"programme.govern">,
  reader: Scope<"programme.read">,
): Promise<Standing[]> {
  const [goals, readiness, counts] = await Promise.all([
    listGoals(reader),
    listReadiness(scope),
    countOpen(),
  ]);
  const isWell = (status: string) => status === "reached" || status === "on_track";
  return [
    {
      key: "goalsState",
      to: "/programme/goals",
      count: goals.filter((goal) => isWell(goal.progress.status)).length,
      of: goals.length,
    },
    {
      key: "readinessState",
      to: "/programme/readiness",
      count: readiness.filter((row) => row.status === "done").length,
      of: readiness.length,
    },
    { key: "risksState", to: "/programme/risks", count: counts.highRisks, of: counts.openRisks },
    { key: "problemsState", to: "/programme/problems", count: counts.openProblems, of: counts.problems },
    { key: "announcementsState", to: "/programme/announcements", count: counts.openQuestions, of: null },
  ];
}

/** How many high risks, problems and questions are open? */
async function countOpen() {
  const [row] = await sql()<
    { highRisks: number; openRisks: number; openProblems: number; problems: number; openQuestions: number }[]
  >`
    select (select count(*)::int from programme_risks where archived_at is null and closed_on is null and probability * impact >= 12) as high_risks,
           (select count(*)::int from programme_risks where archived_at is null and closed_on is null) as open_risks,
           (select count(*)::int from programme_problems where archived_at is null and closed_on is null) as open_problems,
           (select count(*)::int from programme_problems where archived_at is null) as problems,
           (select count(*)::int from announcement_feedback f join announcements a on a.id = f.announcement_id
            where f.answer is null and f.archived_at is null and a.archived_at is null) as open_questions`;
  return row!;
}
