import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { useFormat } from "~/i18n/use-format";
import { companyToday } from "~/modules/access/company.server";
import { listUsers } from "~/modules/access/list-users.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import { StateMark } from "~/ui/primitives/state-mark";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "users.manage");
  const [users, company] = await Promise.all([listUsers(scope), companyToday(sql())]);
  return { users, timeZone: company.timeZone };
});

export default function Users() {
  const { users, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="page">
      <PageHeader
        title={t("access.users.title")}
        subtitle={t("access.users.subtitle")}
        actions={
          <Link className="button primary" to="/users/new">
            <Icon name="plus" />
            {t("access.users.new")}
          </Link>
        }
      />
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("access.user.name")}</th>
              <th>{t("access.user.email")}</th>
              <th>{t("access.user.roles")}</th>
              <th>{t("access.users.bound")}</th>
              <th>{t("access.users.lastSeen")}</th>
              <th>{t("access.users.state")}</th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <tr key={user.id}>
                <td>
                  <Link to={`/users/${user.id}`} prefetch="intent">
                    {user.name}
                  </Link>
                </td>
                <td>{user.email}</td>
                <td>{user.roles.map((role) => t(`common.role.${role}`)).join(", ")}</td>
                <td>
                  {[user.unitName, user.employeeName].filter(Boolean).join(" · ") || (
                    <span className="muted">–</span>
                  )}
                </td>
                <td>
                  {user.lastSeenAt ? (
                    format.dateTime(user.lastSeenAt, timeZone)
                  ) : (
                    <span className="muted">{t("access.users.never")}</span>
                  )}
                </td>
                <td>
                  {user.isDisabled ? (
                    <StateMark tone="warn">{t("access.users.disabled")}</StateMark>
                  ) : (
                    <StateMark tone="good">{t("access.users.active")}</StateMark>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
