import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { ValuedRow } from "../read-lifetime.server";

export function ValuesTable({ rows, currency }: { rows: readonly ValuedRow[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const { account, amount } = useMoneyColumns(currency);
  const money = (minor: number) => format.compactMoney(minor, currency);
  return (
    <Section
      id="values"
      title={t("money.values.title")}
      subtitle={t("money.values.subtitle")}
      links={<a href={`/money/lifetime.csv?${search.toString()}`}>CSV</a>}
    >
      {rows.length === 0 ? (
        <p className="sub">{t("money.reason.noValues")}</p>
      ) : (
        <DataTable
          label={t("money.values.title")}
          rows={rows}
          rowKey={(row) => row.accountId}
          columns={[
            account({ to: "money" }),
            {
              key: "model",
              header: t("money.values.model"),
              cell: ({ model }) => t(`money.model.kind.${model as "contract"}`),
            },
            amount<ValuedRow>("clv", t("money.figure.clvShort"), (row) => row.clvMinor, { isStrong: true }),
            amount<ValuedRow>("interval", t("money.values.interval"), (row) => row.clvMinor, {
              className: "nowrap",
              cell: ({ lowerMinor, upperMinor }) =>
                t("money.range", { low: money(lowerMinor), high: money(upperMinor) }),
            }),
            amount<ValuedRow>("plain", t("money.values.plain"), (row) => row.plainMinor),
            {
              key: "kept",
              header: t("money.values.kept"),
              unit: "%",
              isNumber: true,
              cell: ({ kept12m, alive }) => format.percent(kept12m ?? alive, { decimals: 0 }),
            },
          ]}
        />
      )}
    </Section>
  );
}
