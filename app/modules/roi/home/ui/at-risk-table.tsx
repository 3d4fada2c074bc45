import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Formatter } from "~/i18n/format";
import { useFormat } from "~/i18n/use-format";
import { wholeMonthsBetween } from "~/kernel/calendar";
import type { RiskReason } from "~/modules/linkage/panel/health";
import { Sparkline } from "~/ui/charts/sparkline";
import { StateMark } from "~/ui/primitives/state-mark";
import styles from "./at-risk-table.module.css";

interface Account {
  readonly accountId: string;
  readonly name: string;
  readonly region: string | null;
  readonly reasons: readonly RiskReason[];
  readonly ownerName: string | null;
  readonly ownerSince: string | null;
  readonly unownedSince: string | null;
  readonly handovers12m: number;
  readonly lastHandoverOn: string | null;
  readonly revenue12mMinor: number;
  readonly csatN12m: number;
  readonly csatMean3m: number | null;
  readonly csatMeanPrior9m: number | null;
  readonly openCases: number;
  readonly lastContactAt: string | Date | null;
  readonly csatByMonth: readonly (number | null)[];
}

interface Props {
  readonly atRisk: {
    readonly accounts: readonly Account[];
    readonly fallingCount: number;
    readonly fallingRevenueMinor: number;
  };
  /** Of everything in scope over the same twelve months; null where there is none. */
  readonly revenueMinor: number | null;
  readonly today: string;
  readonly currency: string;
}

/** The largest accounts whose satisfaction falls or is low, each with its reasons in words. */
export function AtRiskTable({ atRisk, revenueMinor, today, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { accounts, fallingCount, fallingRevenueMinor } = atRisk;
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("home.risk.title")}</h2>
          <p className="sub">{t("home.risk.subtitle")}</p>
        </div>
        <div className="section-links">
          <Link to="/accounts?health=falling">{t("home.risk.all", { count: fallingCount })}</Link>
          <Link to="/accounts?health=watch">{t("home.risk.watch")}</Link>
        </div>
      </div>
      {accounts.length === 0 ? (
        <p className="sub">{t("home.risk.none")}</p>
      ) : (
        <div className="table-frame">
          <table className={`data ${styles.table}`}>
            <thead>
              <tr>
                <th>{t("home.risk.account")}</th>
                <th className="n">
                  {t("home.risk.revenue")}
                  <span className="unit">
                    {format.moneyUnit(currency)} {t("common.unit.perYear")}
                  </span>
                </th>
                <th>
                  {t("home.risk.satisfaction")}
                  <span className="unit">{t("home.risk.satisfactionUnit")}</span>
                </th>
                <th>{t("home.risk.owner")}</th>
                <th>{t("home.risk.why")}</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <tr key={account.accountId}>
                  <td>
                    <Link to={`/accounts/${account.accountId}/team`} prefetch="intent">
                      {account.name}
                    </Link>
                    <span className="second">{account.region}</span>
                  </td>
                  <td className="n">{format.compactMoney(Math.round(account.revenue12mMinor), currency)}</td>
                  <td>
                    <span className={styles.trend}>
                      <Sparkline values={account.csatByMonth} color="var(--cus)" domain={[1, 5]} />
                      {format.number(account.csatMean3m, { decimals: 1 })}{" "}
                      <span className="muted">({account.csatN12m})</span>
                    </span>
                  </td>
                  <td>
                    {account.ownerName ?? <StateMark tone="warn">{t("home.risk.nobody")}</StateMark>}
                    {account.ownerSince && (
                      <span className="second">
                        {t("home.risk.ownerMonth", { count: wholeMonthsBetween(account.ownerSince, today) })}
                      </span>
                    )}
                  </td>
                  <td className={styles.why}>
                    <StateMark tone="bad">
                      {t(`linkage.reason.${account.reasons[0] ?? "satisfaction_low"}`)}
                    </StateMark>
                    <span className={styles.words}>{explain(t, format, account, today)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td>{t("home.risk.listed", { listed: accounts.length, count: fallingCount })}</td>
                <td className="n">{format.compactMoney(Math.round(fallingRevenueMinor), currency)}</td>
                <td colSpan={3} className="muted">
                  {revenueMinor !== null &&
                    revenueMinor > 0 &&
                    t("home.risk.share", {
                      share: format.percent(fallingRevenueMinor / revenueMinor, { decimals: 0 }),
                    })}
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}

/** The facts behind the rule's codes, in one line. */
function explain(t: TFunction, format: Formatter, account: Account, today: string): string {
  const said = account.reasons.map((reason) => {
    switch (reason) {
      case "satisfaction_falling":
        return t("home.reason.fell", {
          from: format.number(account.csatMeanPrior9m, { decimals: 1 }),
          to: format.number(account.csatMean3m, { decimals: 1 }),
        });
      case "repeated_handovers":
        return t("home.reason.handovers", { count: account.handovers12m });
      case "recent_handover":
        return account.lastHandoverOn
          ? t("home.reason.handedOver", { date: format.date(account.lastHandoverOn) })
          : null;
      case "new_owner":
        return t("home.reason.newOwner");
      case "no_owner":
        return account.unownedSince
          ? t("home.reason.unownedSince", { date: format.date(account.unownedSince) })
          : null;
      case "cases_overdue":
        return t("home.reason.cases", { count: account.openCases });
      case "no_contact":
        return account.lastContactAt
          ? t("home.reason.noContact", { count: daysSince(account.lastContactAt, today) })
          : t("home.reason.neverContacted");
      case "owner_overloaded":
        return t("home.reason.overloaded");
      default:
        return null;
    }
  });
  return said.filter(Boolean).join(t("home.reason.separator"));
}

function daysSince(instant: string | Date, today: string): number {
  return Math.max(
    0,
    Math.floor((Date.parse(`${today}T12:00:00Z`) - new Date(instant).getTime()) / 86_400_000),
  );
}
