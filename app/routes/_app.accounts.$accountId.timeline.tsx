import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useOutletContext, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listTimeline } from "~/modules/linkage/account-page/list-timeline.server";
import { timelineKinds } from "~/modules/linkage/account-page/timeline-kinds";
import type { AccountContext } from "~/modules/linkage/account-page/ui/account-head";
import { OlderEntries } from "~/modules/linkage/account-page/ui/older-entries";
import { TimelineTable } from "~/modules/linkage/account-page/ui/timeline-table";
import { EmptyState } from "~/ui/primitives/empty-state";
import { hrefWith, pageSize, readChoice, readCursor } from "~/ui/tables/list-query";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.read");
  const search = new URL(request.url).searchParams;
  const kind = readChoice(search, "kind", timelineKinds);
  const page = await listTimeline(scope, params["accountId"] ?? "", {
    kind,
    cursor: readCursor(search),
    size: pageSize,
  });
  return { ...page, kind };
});

export default function AccountTimelineTab() {
  const { entries, next, timeZone, kind } = useLoaderData<typeof loader>();
  const { account, rights } = useOutletContext<AccountContext>();
  const [params] = useSearchParams();
  const { t } = useTranslation();
  return (
    <section>
      <div className="section-head">
        <div>
          <h2>{t("linkage.account.timeline.title")}</h2>
          <p className="sub">{t("linkage.account.timeline.subtitle")}</p>
        </div>
        {rights.write && (
          <Link className="section-links" to={`/accounts/${account.id}/log`}>
            {t("linkage.account.action.log")}
          </Link>
        )}
      </div>
      <p className="row no-print">
        <Link className="chip" aria-current={kind === null} to={hrefWith(params, { kind: null })}>
          {t("linkage.account.timeline.all")}
        </Link>
        {timelineKinds.map((one) => (
          <Link key={one} className="chip" aria-current={kind === one} to={hrefWith(params, { kind: one })}>
            {t(`linkage.account.timeline.kinds.${one}`)}
          </Link>
        ))}
      </p>
      {entries.length === 0 ? (
        <EmptyState title={t("linkage.account.timeline.empty")}>
          {t("linkage.account.timeline.emptyHint")}
        </EmptyState>
      ) : (
        <TimelineTable entries={entries} timeZone={timeZone} />
      )}
      <OlderEntries next={next} />
    </section>
  );
}
