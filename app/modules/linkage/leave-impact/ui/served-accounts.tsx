import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { wholeMonthsBetween } from "~/kernel/calendar";
import { TableFrame } from "~/ui/tables/table-frame";
import type { ServedAccount } from "../list-accounts-served.server";

interface Props {
  readonly accounts: readonly ServedAccount[];
  readonly currency: string;
  readonly onDay: string;
}

export function ServedAccounts({ accounts, currency, onDay }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <TableFrame label={t("people.accounts.listTitle")}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("people.accounts.account")}</th>
            <th scope="col">{t("people.accounts.role")}</th>
            <th scope="col" className="n">
              {t("people.accounts.share")}
              <span className="unit">%</span>
            </th>
            <th scope="col" className="n">
              {t("people.accounts.months")}
              <span className="unit">{t("people.accounts.since")}</span>
            </th>
            <th scope="col" className="n">
              {t("people.accounts.revenue")}
              <span className="unit">{format.moneyUnit(currency)}</span>
            </th>
            <th scope="col" className="n">
              {t("people.accounts.satisfaction")}
              <span className="unit">{t("people.accounts.satisfactionUnit")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <td>
                <Link to={`/accounts/${account.id}`} prefetch="intent">
                  {account.name}
                </Link>{" "}
                <span className="muted small">{account.number}</span>
              </td>
              <td>{t(`people.accounts.assignmentRole.${account.role}`)}</td>
              <td className="n">{format.percent(account.share, { decimals: 0 })}</td>
              <td className="n">
                {format.number(wholeMonthsBetween(account.startsOn, onDay))}{" "}
                <span className="muted small">{format.date(account.startsOn)}</span>
              </td>
              <td className="n">{format.compactMoney(account.revenueMinor, currency)}</td>
              <td className="n">
                {format.number(account.csatMean, { decimals: 1 })}{" "}
                <span className="muted small">({format.number(account.csatN)})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
