import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { listGoals } from "~/modules/programme/list-goals.server";
import { GoalsTable } from "~/modules/programme/ui/goals-table";
import { TabActions } from "~/modules/programme/ui/tab-actions";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.read");
  return { goals: await listGoals(scope), mayWrite: can(scope.roles, "programme.write") };
});

export default function Goals() {
  const { goals, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const newGoal = mayWrite && (
    <Link to="/programme/goals/new" className="button primary">
      {t("programme.goals.new")}
    </Link>
  );
  if (goals.length === 0)
    return (
      <EmptyState title={t("programme.goals.emptyTitle")} action={newGoal}>
        {t(mayWrite ? "programme.goals.emptyText" : "programme.goals.emptyReader")}
      </EmptyState>
    );
  return (
    <>
      {newGoal && <TabActions>{newGoal}</TabActions>}
      <GoalsTable goals={goals} />
    </>
  );
}
