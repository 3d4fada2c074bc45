import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listSpells } from "~/modules/people/list-spells.server";
import { SpellsTable } from "~/modules/people/ui/spells-table";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.read");
  return { spells: await listSpells(scope, params["id"] ?? "") };
});

export default function EmployeeHistory() {
  const { spells } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <section>
      <div className="section-head">
        <div>
          <h2>{t("people.history.title")}</h2>
          <p className="sub">{t("people.history.subtitle")}</p>
        </div>
      </div>
      {spells.length === 0 ? (
        <EmptyState title={t("people.history.empty")}>{t("people.history.emptyText")}</EmptyState>
      ) : (
        <SpellsTable spells={spells} />
      )}
    </section>
  );
}
