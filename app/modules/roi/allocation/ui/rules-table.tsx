import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { useVersionColumns } from "../../ui/version-columns";
import type { AllocationParameters } from "../allocation-rule";

export interface ShownRule {
  readonly version: number;
  readonly parameters: AllocationParameters;
  readonly validFrom: string;
  readonly note: string | null;
  readonly publishedBy: string | null;
}

/** Every version that ever held, the latest first. */
export function RulesTable({ rules }: { rules: readonly ShownRule[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { version, publishedBy, note } = useVersionColumns();
  const percent = (
    key: "practical" | "minutes" | "standard",
    read: (each: AllocationParameters) => number,
  ) => ({
    key,
    header: t(`money.rule.short.${key}`),
    unit: "%",
    isNumber: true,
    cell: ({ parameters }: ShownRule) => format.percent(read(parameters)),
  });
  return (
    <Section title={t("money.rule.versions")}>
      <DataTable
        label={t("money.rule.versions")}
        rows={rules}
        rowKey={(rule) => rule.version}
        columns={[
          version(),
          {
            key: "validFrom",
            header: t("money.rule.field.validFrom"),
            cell: (rule) =>
              rule.publishedBy === null ? t("money.rule.always") : format.month(rule.validFrom),
          },
          {
            key: "hours",
            header: t("money.rule.field.weeklyHours"),
            isNumber: true,
            cell: ({ parameters }) => format.number(parameters.weeklyHours),
          },
          percent("practical", (each) => each.practicalCapacity),
          percent("minutes", (each) => each.minutesWeight),
          percent("standard", (each) => each.standardShare),
          publishedBy(),
          note(),
        ]}
      />
    </Section>
  );
}
