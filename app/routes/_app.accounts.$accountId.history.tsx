import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { listAccountHistory } from "~/modules/linkage/account-page/list-account-history.server";
import { HistoryTable } from "~/modules/linkage/account-page/ui/history-table";
import { OlderEntries } from "~/modules/linkage/account-page/ui/older-entries";
import { pageSize, readCursor } from "~/ui/tables/list-query";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.read");
  const cursor = readCursor(new URL(request.url).searchParams);
  return listAccountHistory(scope, params["accountId"] ?? "", { cursor, size: pageSize });
});

export default function AccountHistoryTab() {
  const { entries, next, timeZone, recordedAt } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section>
      <h2>{t("linkage.account.history.title")}</h2>
      <p className="sub">
        {t("linkage.account.history.subtitle")}{" "}
        {recordedAt && t("linkage.account.history.recorded", { date: format.date(recordedAt.toISOString()) })}
      </p>
      {entries.length === 0 ? (
        <p className="sub">{t("linkage.account.history.empty")}</p>
      ) : (
        <HistoryTable entries={entries} timeZone={timeZone} />
      )}
      <OlderEntries next={next} />
    </section>
  );
}
