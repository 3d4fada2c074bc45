import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
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
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t("money.rule.versions")}</h2>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("money.rule.version")}</th>
              <th>{t("money.rule.field.validFrom")}</th>
              <th className="n">{t("money.rule.field.weeklyHours")}</th>
              <th className="n">
                {t("money.rule.short.practical")}
                <span className="unit">%</span>
              </th>
              <th className="n">
                {t("money.rule.short.minutes")}
                <span className="unit">%</span>
              </th>
              <th className="n">
                {t("money.rule.short.standard")}
                <span className="unit">%</span>
              </th>
              <th>{t("money.rule.publishedBy")}</th>
              <th>{t("money.rule.field.note")}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.version}>
                <td>{rule.version}</td>
                <td>{rule.publishedBy === null ? t("money.rule.always") : format.month(rule.validFrom)}</td>
                <td className="n">{format.number(rule.parameters.weeklyHours)}</td>
                <td className="n">{format.percent(rule.parameters.practicalCapacity)}</td>
                <td className="n">{format.percent(rule.parameters.minutesWeight)}</td>
                <td className="n">{format.percent(rule.parameters.standardShare)}</td>
                <td>{rule.publishedBy ?? t("money.rule.builtInShort")}</td>
                <td>{rule.note ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
