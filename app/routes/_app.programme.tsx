import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { countUnread } from "~/modules/programme/list-announcements.server";
import { ProgrammeHead } from "~/modules/programme/ui/programme-head";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.read");
  const isLeader = can(scope.roles, "programme.govern");
  // The overview is for those who lead; whoever reads begins with what was announced.
  if (!isLeader && new URL(request.url).pathname === "/programme")
    return redirect("/programme/announcements");
  return { isLeader, unread: await countUnread(scope) };
});

export default function ProgrammeLayout() {
  const { isLeader, unread } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const [search] = useSearchParams();
  return (
    <div className="page">
      <ProgrammeHead isLeader={isLeader} unread={unread} />
      {search.has("done") && (
        <p className="notice" role="status" style={{ marginBottom: 16 }}>
          {t(search.get("done") === "archived" ? "programme.archived" : "programme.saved")}
        </p>
      )}
      <Outlet />
    </div>
  );
}
