import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { loyaltyStages } from "../loyalty";
import type { LoyaltyCount } from "../read-value-matrix.server";

const types = ["true", "latent", "spurious", "none"] as const;

/** What customers say beside what they do. */
export function LoyaltyTable({ counts }: { counts: readonly LoyaltyCount[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = (stage: string, type?: string) =>
    counts
      .filter((count) => count.stage === stage && (type === undefined || count.type === type))
      .reduce((sum, count) => sum + count.accounts, 0);
  return (
    <Section title={t("money.loyaltyTitle")} subtitle={t("money.loyaltyText")}>
      <DataTable
        label={t("money.loyaltyTitle")}
        rows={loyaltyStages}
        rowKey={(stage) => stage}
        columns={[
          {
            key: "stage",
            header: t("money.scored.stage"),
            cell: (stage) => (
              <Link to={`?stage=${stage}`} preventScrollReset>
                {t(`money.stage.${stage}`)}
              </Link>
            ),
          },
          {
            key: "accounts",
            header: t("money.column.accounts"),
            isNumber: true,
            cell: (stage) => format.number(of(stage)),
          },
          ...types.map((type) => ({
            key: type,
            header: t(`money.loyalty.${type}`),
            isNumber: true,
            cell: (stage: (typeof loyaltyStages)[number]) =>
              stage === "unknown" ? "–" : format.number(of(stage, type)),
          })),
          {
            key: "how",
            header: t("money.statement.how"),
            className: "small muted",
            cell: (stage) => t(`money.stageHow.${stage}`),
          },
        ]}
      />
    </Section>
  );
}
