import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";

interface Leaver {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly unitName: string | null;
  readonly leftOn: string;
  readonly reason: "voluntary" | "involuntary" | "retirement" | "end_of_contract" | "other" | null;
  readonly isRegretted: boolean | null;
  readonly accountsExposed: number;
  readonly revenueExposedMinor: number;
  readonly accountsWaiting: number;
}

/** Who left or has given a date, what was in their hands, and what still waits for somebody. */
export function LeaversTable({ leavers, currency }: { leavers: readonly Leaver[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("home.leavers.title")}</h2>
          <p className="sub">{t("home.leavers.subtitle")}</p>
        </div>
        <div className="section-links">
          <Link to="/employees?status=left">{t("home.leavers.all")}</Link>
          <Link to="/handovers">{t("common.navigation.handovers")}</Link>
        </div>
      </div>
      {leavers.length === 0 ? (
        <p className="sub">{t("home.leavers.none")}</p>
      ) : (
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("home.leavers.person")}</th>
                <th>{t("home.leavers.unit")}</th>
                <th>{t("home.leavers.leftOn")}</th>
                <th>{t("home.leavers.reason")}</th>
                <th className="n">
                  {t("home.leavers.exposed")}
                  <span className="unit">{t("home.leavers.accounts")}</span>
                </th>
                <th className="n">
                  {t("home.leavers.revenue")}
                  <span className="unit">
                    {format.moneyUnit(currency)} {t("common.unit.perYear")}
                  </span>
                </th>
                <th>{t("home.leavers.state")}</th>
              </tr>
            </thead>
            <tbody>
              {leavers.map((leaver) => (
                <tr key={leaver.id}>
                  <td>
                    <Link to={`/employees/${leaver.id}`} prefetch="intent">
                      {leaver.name}
                    </Link>
                    <span className="second">{leaver.jobTitle}</span>
                  </td>
                  <td>{leaver.unitName ?? "–"}</td>
                  <td className="nowrap">{format.date(leaver.leftOn)}</td>
                  <td className="nowrap">
                    {t(`home.leavers.reasons.${leaver.reason ?? "unknown"}`)}
                    {leaver.isRegretted && <span className="second">{t("home.leavers.regretted")}</span>}
                  </td>
                  <td className="n">
                    {leaver.accountsExposed === 0 ? <span className="muted">–</span> : leaver.accountsExposed}
                  </td>
                  <td className="n">
                    {leaver.accountsExposed === 0 ? (
                      <span className="muted">–</span>
                    ) : (
                      format.compactMoney(Math.round(leaver.revenueExposedMinor), currency)
                    )}
                  </td>
                  <td>
                    {leaver.accountsWaiting > 0 ? (
                      <Link to={`/handovers/new?employee=${leaver.id}`}>
                        <StateMark tone="warn">
                          {t("home.leavers.waiting", { count: leaver.accountsWaiting })}
                        </StateMark>
                      </Link>
                    ) : leaver.accountsExposed > 0 ? (
                      <StateMark tone="good">{t("home.leavers.handedOver")}</StateMark>
                    ) : (
                      <span className="muted">{t("home.leavers.noAccounts")}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
