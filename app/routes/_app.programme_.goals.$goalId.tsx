import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { archiveRecord, subjectTypeOf } from "~/modules/programme/archive-record.server";
import { assessmentForm } from "~/modules/programme/goal";
import { getGoal } from "~/modules/programme/list-goals.server";
import { listProgrammeHistory } from "~/modules/programme/list-programme-history.server";
import { assessGoal } from "~/modules/programme/save-goal.server";
import { ArchiveForm } from "~/modules/programme/ui/archive-form";
import { AssessmentForm } from "~/modules/programme/ui/assessment-form";
import { GoalChart } from "~/modules/programme/ui/goal-chart";
import { GoalFacts } from "~/modules/programme/ui/goal-facts";
import { HistoryTable } from "~/modules/programme/ui/history-table";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.read");
  const goal = await getGoal(scope, params["goalId"] ?? "");
  const history = can(scope.roles, "programme.govern")
    ? await listProgrammeHistory(await requireScope(request, "programme.govern"), null, {
        type: subjectTypeOf("goal"),
        id: goal.id,
      })
    : null;
  return { goal, history, mayWrite: can(scope.roles, "programme.write") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  const { id } = await getGoal(scope, params["goalId"] ?? "");
  const values = await readForm(request);
  if (values["intent"] === "archive") {
    await archiveRecord(scope, "goal", id);
    return redirect("/programme/goals?done=archived");
  }
  return submitting(assessmentForm, values, async (input) => {
    await assessGoal(scope, id, input);
    return redirect(`/programme/goals/${id}`);
  });
});

export default function Goal() {
  const { goal, history, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/programme/goals">{t("programme.tab.goals")}</Link>}
        title={goal.title}
        subtitle={goal.orgUnitName ?? t("programme.noCompanyUnit")}
        actions={
          mayWrite && (
            <Link to={`/programme/goals/${goal.id}/edit`} className="button">
              {t("programme.goals.edit")}
            </Link>
          )
        }
      />
      <GoalFacts goal={goal} />
      {goal.assessmentNote && (
        <section className="section">
          <h2>{t("programme.goals.assessedOn", { date: format.date(goal.assessedOn) })}</h2>
          <p>{goal.assessmentNote}</p>
        </section>
      )}
      <GoalChart goal={goal} />
      {mayWrite && goal.kind === "qualitative" && <AssessmentForm answer={answer} />}
      {history && history.events.length > 0 && (
        <section className="section">
          <h2>{t("programme.goals.changes")}</h2>
          <HistoryTable events={history.events} timeZone={history.timeZone} withSubject={false} />
        </section>
      )}
      {mayWrite && <ArchiveForm />}
    </div>
  );
}
