import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { decodeCursor } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import {
  type AuditFilter,
  listAuditActions,
  listAuditEvents,
} from "~/modules/access/list-audit-events.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { describeAction, describeDetail } from "~/modules/access/ui/describe-audit";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "audit.read");
  const search = new URL(request.url).searchParams;
  const filter: AuditFilter = {
    action: search.get("action") || null,
    text: search.get("q") || null,
    from: search.get("from") || null,
    to: search.get("to") || null,
  };
  const [page, actions, company] = await Promise.all([
    listAuditEvents(scope, filter, decodeCursor(search.get("cursor"))),
    listAuditActions(scope),
    companyToday(sql()),
  ]);
  return { page, actions, filter, timeZone: company.timeZone };
});

export default function AuditTrail() {
  const { page, actions, filter, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const pageLink = (cursor: string) => {
    const kept = Object.entries({
      action: filter.action,
      q: filter.text,
      from: filter.from,
      to: filter.to,
      cursor,
    });
    return `?${new URLSearchParams(kept.filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()}`;
  };
  return (
    <div className="page">
      <PageHeader
        title={t("access.audit.title")}
        subtitle={t("access.audit.subtitle")}
        scope={
          <span>
            {t("access.audit.zone")} <b>{timeZone}</b>
          </span>
        }
      />
      <Form method="get" className="row" role="search" style={{ marginBottom: 16 }}>
        <input
          className="input"
          style={{ width: 220 }}
          type="search"
          name="q"
          defaultValue={filter.text ?? ""}
          placeholder={t("access.audit.who")}
          aria-label={t("access.audit.who")}
          data-focus-key="/"
        />
        <select
          className="input"
          style={{ width: 240 }}
          name="action"
          defaultValue={filter.action ?? ""}
          aria-label={t("access.audit.action")}
        >
          <option value="">{t("access.audit.allActions")}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {describeAction(t, action)}
            </option>
          ))}
        </select>
        <label className="row small muted">
          {t("access.audit.from")}{" "}
          <input
            className="input"
            style={{ width: 150 }}
            type="date"
            name="from"
            defaultValue={filter.from ?? ""}
          />
        </label>
        <label className="row small muted">
          {t("access.audit.to")}{" "}
          <input
            className="input"
            style={{ width: 150 }}
            type="date"
            name="to"
            defaultValue={filter.to ?? ""}
          />
        </label>
        <button type="submit" className="button">
          {t("common.action.apply")}
        </button>
        {(filter.action || filter.text || filter.from || filter.to) && (
          <Link to="/audit">{t("common.action.clear")}</Link>
        )}
      </Form>
      {page.rows.length === 0 ? (
        <p className="empty">{t("common.table.empty")}</p>
      ) : (
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("access.audit.when")}</th>
                <th>{t("access.audit.actor")}</th>
                <th>{t("access.audit.action")}</th>
                <th>{t("access.audit.subject")}</th>
                <th>{t("access.audit.detail")}</th>
              </tr>
            </thead>
            <tbody>
              {page.rows.map((event) => (
                <tr key={event.id}>
                  <td className="nowrap">{format.dateTime(event.occurredAt, timeZone)}</td>
                  <td>{event.actorName}</td>
                  <td>{describeAction(t, event.action)}</td>
                  <td>{event.subjectName ?? <span className="muted">–</span>}</td>
                  <td className="small muted" style={{ maxWidth: 480, overflowWrap: "anywhere" }}>
                    {describeDetail(event.detail)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav
        className="row"
        style={{ marginTop: 16, justifyContent: "flex-end" }}
        aria-label={t("access.audit.pages")}
      >
        {page.previous && (
          <Link className="button" to={pageLink(page.previous)}>
            {t("access.audit.newer")}
          </Link>
        )}
        {page.next && (
          <Link className="button" to={pageLink(page.next)}>
            {t("access.audit.older")}
          </Link>
        )}
      </nav>
    </div>
  );
}
