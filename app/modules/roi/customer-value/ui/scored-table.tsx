import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { useMoneyColumns } from "../../ui/money-columns";
import type { ScoredRow } from "../read-value-matrix.server";

interface Props {
  readonly rows: readonly ScoredRow[];
  readonly filter: Readonly<Record<"current" | "potential" | "stage" | "type", string | null>>;
  readonly currency: string;
}

/** The customers behind a cell, the most valuable first; all of them are in the file. */
export function ScoredTable({ rows, filter, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const { account, amount } = useMoneyColumns(currency);
  const without = (name: string) => {
    const other = new URLSearchParams(search);
    other.delete(name);
    return `?${other.toString()}`;
  };
  const words: Readonly<Record<string, string | null>> = {
    current: filter.current && t(`money.filter.current.${filter.current as "a"}`),
    potential: filter.potential && t(`money.filter.potential.${filter.potential as "a"}`),
    stage: filter.stage && t(`money.stage.${filter.stage as "action"}`),
    type: filter.type && t(`money.loyalty.${filter.type as "true"}`),
  };
  return (
    <Section
      title={t("money.scored.title")}
      subtitle={t("money.scored.subtitle")}
      links={<a href={`/money/value.csv?${search.toString()}`}>CSV</a>}
    >
      <p className="row" style={{ marginBottom: 12 }}>
        {Object.entries(words).map(
          ([name, word]) =>
            word && (
              <Link key={name} className="chip" to={without(name)} preventScrollReset>
                {word} ×
              </Link>
            ),
        )}
      </p>
      {rows.length === 0 ? (
        <p className="sub">{t("common.table.empty")}</p>
      ) : (
        <DataTable
          label={t("money.scored.title")}
          rows={rows}
          rowKey={(row) => row.accountId}
          columns={[
            account(),
            {
              key: "class",
              header: t("money.scored.class"),
              cell: ({ currentClass, potentialClass }) =>
                `${(currentClass ?? "–").toUpperCase()} · ${(potentialClass ?? "–").toUpperCase()}`,
            },
            {
              key: "current",
              header: t("money.scored.current"),
              isNumber: true,
              cell: ({ currentScore }) => format.number(currentScore),
            },
            {
              key: "potential",
              header: t("money.scored.potential"),
              isNumber: true,
              cell: ({ potentialScore }) => format.number(potentialScore),
            },
            {
              key: "loyalty",
              header: t("money.scored.loyalty"),
              cell: ({ stage, type }) => (
                <>
                  {t(`money.stage.${stage}`)}
                  {type !== "unknown" && <span className="second">{t(`money.loyalty.${type}`)}</span>}
                </>
              ),
            },
            amount<ScoredRow>("revenue", t("money.line.revenue"), (row) => row.revenueMinor),
            amount<ScoredRow>("clv", t("money.figure.clvShort"), (row) => row.clvMinor, { isStrong: true }),
            amount<ScoredRow>("crossSell", t("money.scored.crossSell"), (row) => row.crossSellMinor, {
              cell: ({ crossSellMinor, crossSellProduct }) => (
                <>
                  {crossSellMinor === null ? "–" : format.compactMoney(crossSellMinor, currency)}
                  {crossSellProduct && <span className="second">{crossSellProduct}</span>}
                </>
              ),
            }),
            amount<ScoredRow>("upSell", t("money.scored.upSell"), (row) => row.upSellMinor),
          ]}
        />
      )}
    </Section>
  );
}
