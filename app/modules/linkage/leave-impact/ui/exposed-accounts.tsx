import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import { StateMark } from "~/ui/primitives/state-mark";
import { TableFrame } from "~/ui/tables/table-frame";
import type { ShownImpact } from "./shown-impact";

/** The accounts that hang on the person, by revenue, and who else is on each. */
export function ExposedAccounts({ impact }: { impact: ShownImpact }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { accounts, currency, name, hasLeft } = impact;
  if (accounts.length === 0) {
    return (
      <EmptyState title={t("people.leave.noAccounts")}>
        {t("people.leave.noAccountsText", { name })}
      </EmptyState>
    );
  }
  return (
    <TableFrame label={t("people.leave.accountsTitle")}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("people.accounts.account")}</th>
            <th scope="col" className="n">
              {t("people.accounts.revenue")}
              <span className="unit">{format.moneyUnit(currency)}</span>
            </th>
            <th scope="col" className="n wide-only">
              {t("people.accounts.satisfaction")}
              <span className="unit">{t("people.accounts.satisfactionUnit")}</span>
            </th>
            <th scope="col">{t(hasLeft ? "people.leave.servedNow" : "people.leave.deputy")}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <td>
                <Link to={`/accounts/${account.id}`} prefetch="intent">
                  {account.name}
                </Link>
              </td>
              <td className="n">{format.compactMoney(account.revenueMinor, currency)}</td>
              <td className="n wide-only">
                {format.number(account.csatMean, { decimals: 1 })}{" "}
                <span className="muted small">({format.number(account.csatN)})</span>
              </td>
              <td>
                {account.other ? (
                  account.other.name
                ) : (
                  <StateMark tone="warn">{t("people.leave.none")}</StateMark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t("people.leave.accountsTotal", { count: accounts.length })}</td>
            <td className="n">{format.compactMoney(impact.exposedMinor, currency)}</td>
            <td className="wide-only" />
            <td className="muted">{t("people.leave.withoutDeputy", { count: impact.withoutOthers })}</td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}
