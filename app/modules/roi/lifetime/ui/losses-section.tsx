import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { type DataColumn, DataTable } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { MoneySettings } from "../money-settings";
import type { LossRow, LossYear } from "../read-lifetime.server";

interface Props {
  readonly rows: readonly LossRow[];
  readonly years: readonly LossYear[];
  readonly settings: MoneySettings;
  readonly currency: string;
  readonly mayChange: boolean;
}

/** What each loss cost and what they cost a year: value that would have come, winning one like it, and what is assumed beside. */
export function LossesSection({ rows, years, settings, currency, mayChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { account, amount } = useMoneyColumns(currency);
  const parts = <Row extends LossRow | LossYear>(): DataColumn<Row>[] => [
    amount("residual", t("money.input.residual"), (row) => row.residualMinor),
    amount("replacement", t("money.input.replacement"), (row) => row.replacementMinor, {
      noValue: t("money.reason.noAcquisitionCost"),
    }),
    amount("referral", t("money.input.referral"), (row) => row.referralMinor, {
      noValue: t("money.losses.noReferrals"),
    }),
    amount("exit", t("money.input.exit"), (row) => row.exitMinor, { noValue: t("money.losses.noExit") }),
    amount("total", t("money.losses.total"), (row) => row.totalMinor, { isStrong: true }),
  ];
  return (
    <Section id="losses" title={t("money.losses.title")} subtitle={t("money.losses.subtitle")}>
      {years.length === 0 ? (
        <p className="sub">{t("money.reason.noLosses")}</p>
      ) : (
        <div className="stack">
          <DataTable
            label={t("money.losses.title")}
            rows={years}
            rowKey={(year) => year.year}
            columns={[
              { key: "year", header: t("money.losses.year"), cell: ({ year }) => year },
              {
                key: "losses",
                header: t("money.losses.count"),
                isNumber: true,
                cell: ({ losses }) => format.number(losses),
              },
              ...parts<LossYear>(),
            ]}
          />
          <Assumed settings={settings} mayChange={mayChange} />
          {rows.length > 0 && (
            <DataTable
              label={t("money.losses.account")}
              rows={rows}
              rowKey={(row) => row.accountId}
              columns={[
                account({ header: t("money.losses.account") }),
                {
                  key: "lostOn",
                  header: t("money.losses.lostOn"),
                  cell: ({ lostOn }) => format.date(lostOn),
                },
                amount<LossRow>("interval", t("money.values.interval"), (row) => row.residualMinor, {
                  className: "nowrap",
                  cell: ({ lowerMinor, upperMinor }) =>
                    t("money.range", {
                      low: format.compactMoney(lowerMinor, currency),
                      high: format.compactMoney(upperMinor, currency),
                    }),
                }),
                ...parts<LossRow>(),
              ]}
            />
          )}
        </div>
      )}
    </Section>
  );
}

/** Parts that no ledger holds are stated with their source, or said to be missing. */
function Assumed({ settings, mayChange }: { settings: MoneySettings; mayChange: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { referrals, exitAdministration, setBy, setAt } = settings;
  return (
    <div className="sub stack" style={{ gap: 4 }}>
      <p>
        {referrals
          ? t("money.losses.referralsAssumed", {
              n: format.number(referrals.perCustomer, { decimals: 2 }),
              source: referrals.source,
            })
          : t("money.losses.noReferrals")}
      </p>
      <p>
        {exitAdministration
          ? t("money.losses.exitAssumed", {
              amount: format.money(exitAdministration.amountMinor, exitAdministration.currency),
              currency: exitAdministration.currency,
              source: exitAdministration.source,
            })
          : t("money.losses.noExit")}
      </p>
      {(referrals || exitAdministration) && setBy && setAt && (
        <p>{t("money.settings.by", { name: setBy, date: format.date(setAt) })}</p>
      )}
      {mayChange && (
        <p className="no-print">
          <Link to="/money/lifetime/assumptions">{t("money.changeAssumptions")}</Link>
        </p>
      )}
    </div>
  );
}
