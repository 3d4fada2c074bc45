import { Form, Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { isRunError } from "../driver-run";
import type { RunState } from "../run-state";
import styles from "./run-status.module.css";
import { useRunState } from "./use-run-state";

interface Props {
  /** As the page's loader has it; kept up to date from then on while a computation is under way. */
  readonly state: RunState;
  readonly timeZone: string;
  /** Whether the reader holds `drivers.run`. */
  readonly canRun: boolean;
}

/**
 * When the results were computed and from how much, whether the data has changed since, how far the next computation is,
 * and why the last one failed. Without JavaScript it says the same and has a link to look again.
 */
export function RunStatus({ state: loaded, timeZone, canRun }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pathname, search } = useLocation();
  const { finished, isBehind, active, failure } = useRunState(loaded);
  return (
    <div className={styles["status"]}>
      {finished ? (
        <span>
          {t("driverRuns.fitted")} <b>{format.dateTime(finished.finishedAt, timeZone)}</b>
          {finished.accountMonths !== null && (
            <>
              {" · "}
              {t("driverRuns.accountMonths", {
                count: finished.accountMonths,
                n: format.number(finished.accountMonths),
              })}
            </>
          )}
        </span>
      ) : (
        <span>{t("driverRuns.never")}</span>
      )}
      {isBehind && <span className={styles["behind"]}>{t("driverRuns.behind")}</span>}
      {active && !active.isStuck && <Active active={active} />}
      {canRun && active?.status !== "running" && (
        <Form method="post" action="/drivers/run" className="no-print">
          <input type="hidden" name="back" value={pathname + search} />
          <button type="submit" className="button small">
            {t("driverRuns.run")}
          </button>
        </Form>
      )}
      {active?.isStuck && (
        <p className="notice warn" role="status">
          {t("driverRuns.stuck")}
        </p>
      )}
      {failure && (
        <p className="notice bad" role="alert">
          {t("driverRuns.failed")}{" "}
          {isRunError(failure.error)
            ? t(`driverRuns.error.${failure.error}`)
            : t("driverRuns.error.other", { message: failure.error.replace(/\.$/, "") })}
        </p>
      )}
    </div>
  );
}

function Active({ active }: { active: NonNullable<RunState["active"]> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = format.percent(active.progress, { decimals: 0 });
  return (
    <span className={styles["running"]}>
      {active.status === "running" ? (
        <>
          <span>{t("driverRuns.running")}</span>
          <progress className={styles["bar"]} max={1} value={active.progress}>
            {percent}
          </progress>
          <span className="muted">{t("driverRuns.progress", { percent })}</span>
        </>
      ) : (
        <span className="muted">{t(active.requestedBy ? "driverRuns.requested" : "driverRuns.waiting")}</span>
      )}
      <noscript>
        <Link to=".">{t("driverRuns.refresh")}</Link>
      </noscript>
    </span>
  );
}
