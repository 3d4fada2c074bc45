import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import type { ListedRun } from "../runs/import-run";
import styles from "./import.module.css";
import { RunState } from "./run-state";

/** What was imported, newest first, with counts that reconcile. */
export function RunList({ runs, timeZone }: { runs: readonly ListedRun[]; timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (runs.length === 0)
    return <EmptyState title={t("exchange.runs.empty")}>{t("exchange.runs.emptyText")}</EmptyState>;
  return (
    <div className="table-frame">
      <table className={`data ${styles["runs"]}`}>
        <thead>
          <tr>
            <th>{t("exchange.runs.file")}</th>
            <th>{t("exchange.runs.kind")}</th>
            <th>{t("exchange.runs.state")}</th>
            <th className="n">{t("exchange.runs.rows")}</th>
            <th className="n">{t("exchange.runs.created")}</th>
            <th className="n">{t("exchange.runs.updated")}</th>
            <th className="n">{t("exchange.runs.unchanged")}</th>
            <th className="n">{t("exchange.runs.failed")}</th>
            <th>{t("exchange.runs.by")}</th>
            <th>{t("exchange.runs.when")}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td>
                <Link to={`/import/${run.id}`} prefetch="intent">
                  {run.fileName}
                </Link>
              </td>
              <td className="nowrap">{t(`exchange.kind.${run.kind}`)}</td>
              <td>
                <RunState status={run.status} failed={run.failed} />
              </td>
              <td className="n">{format.number(run.readRows)}</td>
              <td className="n">{format.number(run.created)}</td>
              <td className="n">{format.number(run.updated)}</td>
              <td className="n">{format.number(run.unchanged)}</td>
              <td className="n">{format.number(run.failed)}</td>
              <td className="nowrap">{run.actorName}</td>
              <td className="nowrap">{format.dateTime(run.startedAt, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
