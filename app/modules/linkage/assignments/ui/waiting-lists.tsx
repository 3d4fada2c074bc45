import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

interface Leaver {
  readonly id: string;
  readonly name: string;
  readonly leftOn: string;
  readonly openAssignments: number;
  readonly ownedAccounts: number;
  readonly revenue12mMinor: string;
}

interface Unowned {
  readonly accountId: string;
  readonly name: string;
  readonly unownedSince: string | null;
  readonly revenue12mMinor: string;
}

function RevenueHead({ currency }: { currency: string }) {
  const { t } = useTranslation();
  return (
    <th className="n">
      {t("assignments.list.revenue")}
      <span className="unit">
        {useFormat().moneyUnit(currency)} {t("common.unit.perYear")}
      </span>
    </th>
  );
}

export function WaitingLeavers({ leavers, currency }: { leavers: readonly Leaver[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("assignments.list.waiting")}</h2>
          <p className="sub">{t("assignments.list.waitingText")}</p>
        </div>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("assignments.list.person")}</th>
              <th>{t("assignments.list.leavesOn")}</th>
              <th className="n">{t("assignments.list.owned")}</th>
              <th className="n">{t("assignments.list.open")}</th>
              <RevenueHead currency={currency} />
              <th />
            </tr>
          </thead>
          <tbody>
            {leavers.map((leaver) => (
              <tr key={leaver.id}>
                <td>
                  <Link to={`/employees/${leaver.id}`}>{leaver.name}</Link>
                </td>
                <td>{format.date(leaver.leftOn)}</td>
                <td className="n">{leaver.ownedAccounts}</td>
                <td className="n">{leaver.openAssignments}</td>
                <td className="n">{format.compactMoney(leaver.revenue12mMinor, currency)}</td>
                <td className="n">
                  <Link
                    className="button small"
                    to={`/handovers/new?employee=${leaver.id}`}
                    aria-label={`${t("assignments.list.handOver")} ${leaver.name}`}
                  >
                    {t("assignments.list.handOver")}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function UnownedAccounts({ accounts, currency }: { accounts: readonly Unowned[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("assignments.list.unowned")}</h2>
          <p className="sub">{t("assignments.list.unownedText")}</p>
        </div>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("assignments.list.account")}</th>
              <th>{t("assignments.list.since")}</th>
              <RevenueHead currency={currency} />
              <th />
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.accountId}>
                <td>
                  <Link to={`/accounts/${account.accountId}`}>{account.name}</Link>
                </td>
                <td>
                  {account.unownedSince ? format.date(account.unownedSince) : t("assignments.list.never")}
                </td>
                <td className="n">{format.compactMoney(account.revenue12mMinor, currency)}</td>
                <td className="n">
                  <Link
                    className="button small"
                    to={`/accounts/${account.accountId}/assign`}
                    aria-label={`${t("assignments.list.assign")} ${account.name}`}
                  >
                    {t("assignments.list.assign")}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
