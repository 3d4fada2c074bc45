import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { decodeCursor } from "~/kernel/page";
import { requireScope } from "~/modules/access/require-scope.server";
import { listProgrammeHistory } from "~/modules/programme/list-programme-history.server";
import { HistoryTable } from "~/modules/programme/ui/history-table";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.govern");
  return listProgrammeHistory(scope, decodeCursor(new URL(request.url).searchParams.get("at")));
});

export default function ProgrammeHistory() {
  const { events, next, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  if (events.length === 0)
    return (
      <EmptyState title={t("programme.history.emptyTitle")}>{t("programme.history.emptyText")}</EmptyState>
    );
  return (
    <>
      <div className="section-head">
        <div>
          <h2>{t("programme.history.title")}</h2>
          <p className="sub">{t("programme.history.zone", { zone: timeZone })}</p>
        </div>
      </div>
      <HistoryTable events={events} timeZone={timeZone} />
      {next && (
        <p style={{ marginTop: 12 }}>
          <Link to={`?at=${next}`}>{t("programme.history.older")}</Link>
        </p>
      )}
    </>
  );
}
