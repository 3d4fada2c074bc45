import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { PageHeader } from "~/ui/primitives/page-header";
import type { ImportKindName } from "../kinds/kind";
import type { Problem } from "../problem";
import type { ImportRun } from "../runs/import-run";
import styles from "./import.module.css";
import { RunCountTiles } from "./run-counts";
import { RunDecision } from "./run-decision";
import { RunFailures } from "./run-failures";
import { RunMapping } from "./run-mapping";
import { RunProblem } from "./run-problem";
import { RunProgress } from "./run-progress";
import { RunQuestion } from "./run-question";
import { RunState } from "./run-state";
import { RunUndo } from "./run-undo";

interface Props {
  readonly run: Omit<ImportRun, "finishedAt">;
  readonly failures: readonly { rowNumber: number; cells: readonly string[]; reasons: readonly Problem[] }[];
  readonly hasFile: boolean;
  /** The kind the file looks like, where the reader may import it. */
  readonly otherKind: ImportKindName | null;
  /** Where the imported rows can be seen, for those who may. */
  readonly opens: "people" | "customers" | null;
  readonly timeZone: string;
  readonly isUndoAsked: boolean;
  readonly obstacles: Parameters<typeof RunUndo>[0]["obstacles"];
}

const ledgerPaths = { people: "/employees", customers: "/accounts" } as const;

/** One import from upload to undo: how it stands, what it counts, what failed, how it was read, what can be done. */
export function RunPage({
  run,
  failures,
  hasFile,
  otherKind,
  opens,
  timeZone,
  isUndoAsked,
  obstacles,
}: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, state } = run;
  const isCounted = ["checked", "applied", "refused", "undone"].includes(status);
  const canChange = hasFile && ["checked", "refused", "waiting", "failed"].includes(status);
  const readBy = state.readBy;
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/import">{t("exchange.run.crumb")}</Link>}
        title={run.fileName}
        subtitle={t(`exchange.kind.${run.kind}`)}
        scope={
          <>
            <span>
              {t("exchange.runs.by")} <b>{run.actorName}</b>
            </span>
            <span>
              {t("exchange.runs.when")} <b>{format.dateTime(run.startedAt, timeZone)}</b>
            </span>
          </>
        }
      />
      <div className={styles["state"]}>
        <RunState status={status} failed={run.failed} />
        {isCounted && (
          <span className="sub">
            {t("exchange.run.reconciles", {
              read: format.number(run.readRows),
              created: format.number(run.created),
              updated: format.number(run.updated),
              unchanged: format.number(run.unchanged),
              failed: format.number(run.failed),
            })}
            {state.seconds !== undefined &&
              `, ${t("exchange.run.seconds", { seconds: format.number(state.seconds, { decimals: 1 }) })}`}
          </span>
        )}
      </div>
      {status === "running" && <RunProgress phase={state.phase ?? "reading"} rows={run.readRows} />}
      {status === "waiting" && <RunQuestion questions={state.questions ?? []} />}
      {status === "failed" && state.problem && (
        <RunProblem problem={state.problem} kind={run.kind} otherKind={otherKind} />
      )}
      {isCounted && <RunCountTiles counts={run} isWritten={status === "applied" || status === "undone"} />}
      {(status === "checked" || status === "refused") && (
        <RunDecision status={status} counts={run} hasFile={hasFile} />
      )}
      {status === "applied" && (
        <p className={`row ${styles["decide"]}`}>
          <span className="ink2">{t("exchange.run.appliedText")}</span>
          {opens && <Link to={ledgerPaths[opens]}>{t(`exchange.run.links.${opens}`)}</Link>}
          <Link to="/import">{t("exchange.run.again")}</Link>
        </p>
      )}
      {status === "undone" && state.undo && (
        <p className={`notice ${styles["after"]}`}>
          {t("exchange.run.undoneText", {
            name: state.undo.byName,
            at: format.dateTime(state.undo.at, timeZone),
            removed: format.number(state.undo.removed),
            restored: format.number(state.undo.restored),
          })}
        </p>
      )}
      {failures.length > 0 && (
        <RunFailures runId={run.id} kind={run.kind} total={run.failed} rows={failures} />
      )}
      {state.header && state.columns && status !== "running" && (
        <RunMapping
          kind={run.kind}
          header={state.header}
          columns={state.columns}
          delimiter={state.delimiter ?? ","}
          dates={state.dates ?? ""}
          decimal={state.decimal ?? ""}
          readBy={readBy}
          canChange={canChange}
        />
      )}
      {status === "applied" && run.created + run.updated > 0 && (
        <RunUndo created={run.created} updated={run.updated} isAsked={isUndoAsked} obstacles={obstacles} />
      )}
    </div>
  );
}
