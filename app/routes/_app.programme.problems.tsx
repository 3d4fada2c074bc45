import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { decodeCursor } from "~/kernel/page";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { listProblems } from "~/modules/programme/list-problems.server";
import { problemStates } from "~/modules/programme/problem";
import { ProblemFilter } from "~/modules/programme/ui/problem-filter";
import { ProblemsTable } from "~/modules/programme/ui/problems-table";
import { TabActions } from "~/modules/programme/ui/tab-actions";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.govern");
  const search = new URL(request.url).searchParams;
  const text = search.get("q")?.trim().slice(0, 100) || null;
  const state = problemStates.find((each) => each === search.get("state")) ?? null;
  const page = await listProblems(scope, { text, state, cursor: decodeCursor(search.get("at")) });
  return { ...page, text, state, mayWrite: can(scope.roles, "programme.write") };
});

export default function Problems() {
  const { rows, next, text, state, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const newProblem = mayWrite && (
    <Link to="/programme/problems/new" className="button primary">
      {t("programme.problems.new")}
    </Link>
  );
  const isFiltered = text !== null || state !== null;
  if (rows.length === 0 && !isFiltered)
    return (
      <EmptyState title={t("programme.problems.emptyTitle")} action={newProblem}>
        {t("programme.problems.emptyText")}
      </EmptyState>
    );
  const older = new URLSearchParams(search);
  if (next) older.set("at", next);
  return (
    <>
      {newProblem && <TabActions>{newProblem}</TabActions>}
      <ProblemFilter text={text} state={state} />
      {rows.length === 0 ? (
        <p className="empty">{t("programme.problems.noMatch")}</p>
      ) : (
        <ProblemsTable rows={rows} mayWrite={mayWrite} />
      )}
      {next && <Link to={`?${older.toString()}`}>{t("programme.problems.older")}</Link>}
    </>
  );
}
