import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
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
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("money.loyaltyTitle")}</h2>
          <p className="sub">{t("money.loyaltyText")}</p>
        </div>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("money.scored.stage")}</th>
              <th className="n">{t("money.column.accounts")}</th>
              {types.map((type) => (
                <th key={type} className="n">
                  {t(`money.loyalty.${type}`)}
                </th>
              ))}
              <th>{t("money.statement.how")}</th>
            </tr>
          </thead>
          <tbody>
            {loyaltyStages.map((stage) => (
              <tr key={stage}>
                <td>
                  <Link to={`?stage=${stage}`} preventScrollReset>
                    {t(`money.stage.${stage}`)}
                  </Link>
                </td>
                <td className="n">{format.number(of(stage))}</td>
                {types.map((type) => (
                  <td key={type} className="n">
                    {stage === "unknown" ? "–" : format.number(of(stage, type))}
                  </td>
                ))}
                <td className="small muted">{t(`money.stageHow.${stage}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
