import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import type { MoneySettings } from "../money-settings";

interface Props {
  readonly versions: readonly MoneySettings[];
  readonly unitNames: Readonly<Record<string, string>>;
}

/** Every version that ever held, the latest first. */
export function AssumptionVersions({ versions, unitNames }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("money.rule.versions")}>
      <DataTable
        label={t("money.rule.versions")}
        rows={versions}
        rowKey={({ version }) => version}
        columns={[
          { key: "version", header: t("money.rule.version"), cell: ({ version }) => version },
          {
            key: "discount",
            header: t("money.settings.short.discount"),
            unit: "%",
            isNumber: true,
            cell: ({ discountRate }) => format.percent(discountRate),
          },
          {
            key: "horizon",
            header: t("money.settings.short.horizon"),
            unit: t("common.unit.months"),
            isNumber: true,
            cell: ({ horizonMonths }) => format.number(horizonMonths),
          },
          {
            key: "cycle",
            header: t("money.settings.short.cycle"),
            unit: t("common.unit.months"),
            isNumber: true,
            cell: ({ salesCycleMonths }) => format.number(salesCycleMonths),
          },
          {
            key: "units",
            header: t("money.settings.short.units"),
            cell: ({ acquisitionUnitIds }) =>
              acquisitionUnitIds.length === 0
                ? t("money.settings.byNameShort")
                : acquisitionUnitIds.map((id) => unitNames[id] ?? "–").join(", "),
          },
          {
            key: "referrals",
            header: t("money.settings.short.referrals"),
            isNumber: true,
            cell: ({ referrals }) =>
              referrals ? (
                <span title={referrals.source}>{format.number(referrals.perCustomer, { decimals: 2 })}</span>
              ) : (
                <span title={t("money.losses.noReferrals")}>–</span>
              ),
          },
          {
            key: "exit",
            header: t("money.settings.short.exit"),
            isNumber: true,
            cell: ({ exitAdministration: exit }) =>
              exit ? (
                <span title={exit.source}>
                  {format.money(exit.amountMinor, exit.currency)} {exit.currency}
                </span>
              ) : (
                <span title={t("money.losses.noExit")}>–</span>
              ),
          },
          {
            key: "by",
            header: t("money.rule.publishedBy"),
            cell: ({ version, setBy }) =>
              version === 0 ? t("money.rule.builtInShort") : (setBy ?? t("money.settings.unknownAuthor")),
          },
          {
            key: "at",
            header: t("money.settings.short.at"),
            cell: ({ setAt }) => (setAt ? format.date(setAt) : ""),
          },
        ]}
      />
    </Section>
  );
}
