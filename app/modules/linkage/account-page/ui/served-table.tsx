import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ListedPeriod } from "../get-account-team.server";

interface Props {
  readonly accountId: string;
  readonly periods: readonly ListedPeriod[];
  readonly mayAssign: boolean;
}

/** Every assignment with its dates and its end; those that go on can be changed by who may. */
export function ServedTable({ accountId, periods, mayAssign }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("linkage.team.served.title")}</h2>
          <p className="sub">{t("linkage.team.served.subtitle")}</p>
        </div>
        {mayAssign && (
          <Link className="section-links" to={`/accounts/${accountId}/assign`}>
            {t("linkage.account.action.assign")}
          </Link>
        )}
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("linkage.team.served.person")}</th>
              <th scope="col">{t("linkage.team.served.role")}</th>
              <th scope="col" className="n">
                {t("linkage.team.served.share")}
                <span className="unit">{t("linkage.team.served.shareUnit")}</span>
              </th>
              <th scope="col" className="n">
                {t("linkage.team.served.from")}
              </th>
              <th scope="col" className="n">
                {t("linkage.team.served.to")}
                <span className="unit">{t("linkage.team.served.toUnit")}</span>
              </th>
              <th scope="col">{t("linkage.team.served.cause")}</th>
              {mayAssign && (
                <th scope="col">
                  <span className="sr-only">{t("linkage.team.served.change")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.id}>
                <td className="nowrap">
                  {period.isInReach ? (
                    <Link to={`/employees/${period.employeeId}`}>{period.employeeName}</Link>
                  ) : (
                    period.employeeName
                  )}
                </td>
                <td className="nowrap">{t(`assignments.role.${period.role}`)}</td>
                <td className="n">{format.percent(period.share, { decimals: 0 })}</td>
                <td className="n">{format.date(period.startsOn)}</td>
                <td className="n">
                  {period.endsOn ? format.date(period.endsOn) : t("linkage.team.served.present")}
                </td>
                <td className="nowrap">
                  {period.endsOn && t(`assignments.cause.${period.endCause ?? "unknown"}`)}
                </td>
                {mayAssign && (
                  <td className="n">
                    {period.endsOn === null && (
                      <Link to={`/accounts/${accountId}/assignments/${period.id}`}>
                        {t("linkage.team.served.change")}
                      </Link>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
