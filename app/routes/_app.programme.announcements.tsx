import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { listAnnouncements } from "~/modules/programme/list-announcements.server";
import { AnnouncementsTable } from "~/modules/programme/ui/announcements-table";
import { TabActions } from "~/modules/programme/ui/tab-actions";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.read");
  return { ...(await listAnnouncements(scope)), mayWrite: can(scope.roles, "programme.write") };
});

export default function Announcements() {
  const { rows, timeZone, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const announce = mayWrite && (
    <Link to="/programme/announcements/new" className="button primary">
      {t("programme.announcements.new")}
    </Link>
  );
  if (rows.length === 0)
    return (
      <EmptyState title={t("programme.announcements.emptyTitle")} action={announce}>
        {t(mayWrite ? "programme.announcements.emptyText" : "programme.announcements.emptyReader")}
      </EmptyState>
    );
  return (
    <>
      {announce && <TabActions>{announce}</TabActions>}
      <AnnouncementsTable rows={rows} timeZone={timeZone} mayAnswer={mayWrite} />
    </>
  );
}
