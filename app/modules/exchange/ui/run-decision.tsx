import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import styles from "./import.module.css";
import type { RunCounts } from "./run-counts";

interface Props {
  readonly status: "checked" | "refused";
  readonly counts: RunCounts;
  readonly hasFile: boolean;
}

/** What can be done with a checked file: import it, import the rows that passed, or leave it. */
export function RunDecision({ status, counts, hasFile }: Props) {
  const { t } = useTranslation();
  const isSending = useNavigation().state === "submitting";
  const rows = counts.created + counts.updated;
  const hasFailures = counts.failed > 0;
  return (
    <div className={styles["decide"]}>
      <p className="ink2">
        {status === "refused" ? `${t("exchange.run.refusedText")} ` : ""}
        {hasFailures
          ? t(rows > 0 ? "exchange.run.checkedFailuresText" : "exchange.run.checkedNoneLeftText")
          : rows === 0
            ? t("exchange.run.nothingToApply")
            : t("exchange.run.checkedText")}
      </p>
      {!hasFile && <p className="notice warn">{t("exchange.run.gone")}</p>}
      <Form method="post" className="row">
        {hasFile && rows > 0 && (
          <button
            type="submit"
            name="intent"
            value={hasFailures ? "applySkip" : "apply"}
            className={hasFailures ? "button" : "button primary"}
            disabled={isSending}
          >
            {t(hasFailures ? "exchange.run.applySkip" : "exchange.run.apply", { count: rows })}
          </button>
        )}
        <Link to="/import">{t("exchange.run.again")}</Link>
      </Form>
    </div>
  );
}
