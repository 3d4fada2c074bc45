import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import type { Coverage } from "../read-value-matrix.server";
import { criteria, type ScoreParameters } from "../score-rule";

interface Props {
  readonly coverage: Coverage;
  readonly parameters: ScoreParameters;
  readonly version: number;
  readonly mayChange: boolean;
  readonly asOf: string;
  readonly currency: string;
}

/** Where the points come from, for how many customers, with which weight; and what is derived beside them. */
export function DerivedTable({ coverage, parameters, version, mayChange, asOf, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = (n: number) =>
    coverage.accounts > 0 ? format.percent(n / coverage.accounts, { decimals: 0 }) : "–";
  const derived: readonly {
    key: "crossSell" | "upSell" | "creditRisk" | "shareOfWallet";
    n: number;
    minor: number | null;
  }[] = [
    { key: "crossSell", n: coverage.crossSell, minor: coverage.crossSellMinor },
    { key: "upSell", n: coverage.upSell, minor: coverage.upSellMinor },
    { key: "creditRisk", n: 0, minor: null },
    { key: "shareOfWallet", n: 0, minor: null },
  ];
  const measured = { key: "measured", header: t("money.criteria.measured"), unit: "%", isNumber: true };
  const how = { key: "how", header: t("money.statement.how"), className: "small muted" };
  return (
    <>
      <Section
        title={t("money.criteria.title", { version })}
        subtitle={t("money.criteria.subtitle", { a: parameters.cuts.a, b: parameters.cuts.b })}
        links={mayChange && <Link to="/money/value/rule">{t("money.rule.change")}</Link>}
      >
        <DataTable
          label={t("money.criteria.title", { version })}
          rows={criteria}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "criterion",
              header: t("money.criteria.criterion"),
              cell: ({ id }) => t(`money.criterion.${id}`),
            },
            {
              key: "axis",
              header: t("money.criteria.axis"),
              cell: ({ axis }) => t(`money.criteria.${axis}`),
            },
            {
              key: "weight",
              header: t("money.criteria.weight"),
              isNumber: true,
              cell: ({ id }) => format.number(parameters.weights[id]),
            },
            { ...measured, cell: ({ id }) => share(coverage.points[id] ?? 0) },
            { ...how, cell: ({ id }) => t(`money.criterionHow.${id}`) },
          ]}
        />
      </Section>
      <Section
        title={t("money.derived.title")}
        subtitle={t("money.derived.subtitle", { date: format.date(asOf) })}
      >
        <DataTable
          label={t("money.derived.title")}
          rows={derived}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "figure",
              header: t("money.derived.figure"),
              cell: ({ key }) => t(`money.derived.name.${key}`),
            },
            { ...measured, cell: ({ n }) => (n > 0 ? share(n) : t("money.derived.notYet")) },
            {
              key: "sum",
              header: t("money.derived.sum"),
              unit: `${format.moneyUnit(currency)} ${t("common.unit.perYear")}`,
              isNumber: true,
              cell: ({ n, minor }) => (n > 0 && minor !== null ? format.compactMoney(minor, currency) : "–"),
            },
            { ...how, cell: ({ key }) => t(`money.derived.how.${key}`) },
          ]}
        />
      </Section>
    </>
  );
}
