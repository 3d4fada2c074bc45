import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { AllocationParameters } from "../allocation-rule";

interface Rule {
  readonly version: number;
  readonly parameters: AllocationParameters;
  readonly validFrom: string;
  readonly note: string | null;
  readonly publishedBy: string | null;
}

/** The rule in words, with its numbers and who published it. */
export function RuleFacts({ rule, mayChange }: { rule: Rule; mayChange: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { weeklyHours, practicalCapacity, minutesWeight, standardShare } = rule.parameters;
  const percent = (share: number) => format.percent(share, { decimals: share < 0.1 ? 1 : 0 });
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("money.rule.title", { version: rule.version })}</h2>
          <p className="sub">
            {rule.publishedBy === null
              ? t("money.rule.builtIn")
              : t("money.rule.by", { name: rule.publishedBy, month: format.month(rule.validFrom) })}
            {rule.note && ` · ${rule.note}`}
          </p>
        </div>
        {mayChange && (
          <div className="section-links no-print">
            <Link to="/money/costs/rule">{t("money.rule.change")}</Link>
          </div>
        )}
      </div>
      <ul className="stack">
        <li>
          {t("money.rule.capacity", { hours: format.number(weeklyHours), share: percent(practicalCapacity) })}
        </li>
        <li>{t("money.rule.time", { share: percent(minutesWeight), standard: percent(standardShare) })}</li>
        <li>{t("money.rule.unused")}</li>
        <li>{t("money.rule.overhead")}</li>
        <li>{t("money.rule.rounding")}</li>
      </ul>
    </section>
  );
}
