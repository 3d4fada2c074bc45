import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DriverSentence } from "./driver-sentence";
import { hueOf } from "./effect-mark";
import { useEffectWords } from "./effect-words";
import { GradeBadge } from "./grade-badge";
import styles from "./highlights.module.css";
import type { ForestGroup } from "./prepare-forest";
import { type Highlight, type Lead, prepareHighlights, prepareLeads } from "./prepare-highlights";

/** The list where the accounts or people in question stand. */
const listOf: Readonly<Record<Lead, string>> = {
  handover: "/at-risk?factor=handover_0_5",
  vacancy: "/accounts?status=customer&unowned=1",
  successor: "/drivers/handovers",
  workload: "/employees?sort=-workload",
  training: "/employees?sort=training",
  satisfaction: "/accounts?sort=csat",
};

/** The page in ten seconds: what stands out for each outcome, and which lists to open because of it. */
export function Highlights({ groups }: { groups: readonly ForestGroup[] }) {
  const { t } = useTranslation();
  const highlights = prepareHighlights(groups);
  const leads = prepareLeads(groups);
  if (highlights.length === 0) return null;
  return (
    <section className={styles["highlights"]} aria-label={t("drivers.highlights.title")}>
      <div className={styles["findings"]}>
        {highlights.map((highlight) => (
          <Finding key={highlight.outcome} highlight={highlight} />
        ))}
      </div>
      {leads.length > 0 && (
        <div className={`${styles["leads"]} no-print`}>
          <h3>{t("drivers.highlights.leads")}</h3>
          {leads.map((lead) => (
            <Link key={lead} to={listOf[lead]} className="chip" prefetch="intent">
              {t(`drivers.highlights.lead.${lead}`)}
            </Link>
          ))}
        </div>
      )}
    </section>
  );
}

function Finding({ highlight: { outcome, decimals, best, estimated } }: { highlight: Highlight }) {
  const { t } = useTranslation();
  const words = useEffectWords();
  return (
    <div className={styles["finding"]}>
      <h3 style={{ color: `var(--${hueOf[outcome]})` }}>
        {t(`drivers.outcome.${outcome}`)}
        {best && <GradeBadge grade={best.grade} />}
      </h3>
      {best ? (
        <>
          <p className={styles["figure"]}>
            <b>{words.signed(best.estimate, decimals)}</b> {t(`drivers.unitOf.${outcome}`)}{" "}
            <span className="nowrap">({words.interval(best.lower, best.upper, decimals)})</span>
          </p>
          <p className={styles["says"]}>
            <DriverSentence effect={best} />
          </p>
        </>
      ) : (
        <p className={styles["says"]}>{t("drivers.highlights.none", { count: estimated })}</p>
      )}
    </div>
  );
}
