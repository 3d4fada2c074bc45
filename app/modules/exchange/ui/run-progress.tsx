import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import styles from "./import.module.css";

const everyMs = 1_000;

/** How far a run is; looks again by itself, and without JavaScript by reloading the page. */
export function RunProgress({ phase, rows }: { phase: "reading" | "checking" | "writing"; rows: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  return (
    <div className={styles["progress"]} role="status">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p>{t(`exchange.run.progress.${phase}`, { rows: format.number(rows) })}</p>
      <div className={styles["bar"]} aria-hidden="true">
        <i />
      </div>
      <p className="sub">
        {t("exchange.run.progress.leave")} <Link to=".">{t("exchange.run.progress.refresh")}</Link>
      </p>
    </div>
  );
}
