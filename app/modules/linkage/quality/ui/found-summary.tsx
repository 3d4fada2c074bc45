import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { FindingCount } from "../count-findings.server";
import styles from "./quality.module.css";

/** What needs a look at all, before the list of everything that was looked for. */
export function FoundSummary({ counts }: { readonly counts: readonly FindingCount[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = counts.filter(({ count }) => count > 0);
  if (found.length === 0) return <p className="notice">{t("quality.overview.allGood")}</p>;
  return (
    <div className={styles["found"]}>
      <p>{t("quality.overview.summary", { count: found.length, all: counts.length })}</p>
      {found.map(({ check, count }) => (
        <Link key={check} to={`/data-quality/${check}`} className="chip" prefetch="intent">
          <span>
            {t(`quality.check.${check}.title`)} <b>{format.number(count)}</b>
          </span>
        </Link>
      ))}
    </div>
  );
}
