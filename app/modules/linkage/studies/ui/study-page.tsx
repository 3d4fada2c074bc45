import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import { PageHeader } from "~/ui/primitives/page-header";
import { RunStatus } from "../../drivers/runs/ui/run-status";
import { AnalysisTabs } from "../../drivers/ui/analysis-tabs";
import type { StudyHead } from "../find-study.server";
import type { StudyFrame } from "../get-study-frame.server";
import { RefusedStudy } from "./refused-study";
import styles from "./studies.module.css";

interface Props {
  /** Names the study's own words. */
  readonly study: "handovers" | "retention" | "importance" | "teams" | "leaving";
  readonly head: StudyHead | null;
  readonly frame: StudyFrame;
  /** Whether accounts or people are counted above. */
  readonly counts: "accounts" | "employees";
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every study: its question, what it stands on, where the calculation is, and why there may be no answer. */
export function StudyPage({ study, head, frame, counts, actions, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader
        title={t(`studies.${study}.title`)}
        subtitle={t(`studies.${study}.subtitle`)}
        scope={head && <Standing head={head} counts={counts} />}
        actions={actions}
      />
      <AnalysisTabs />
      <div className={styles.status}>
        <RunStatus state={frame.run} timeZone={frame.timeZone} canRun={frame.canRun} />
      </div>
      {!head ? (
        <EmptyState
          title={t("studies.noneYet")}
          action={
            <Link className="button" to="/drivers">
              {t("studies.toDrivers")}
            </Link>
          }
        >
          {t("studies.noneYetText")}
        </EmptyState>
      ) : head.refused ? (
        <RefusedStudy refused={head.refused} />
      ) : (
        children
      )}
    </div>
  );
}

function Standing({ head, counts }: { head: StudyHead; counts: Props["counts"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = format.number(counts === "accounts" ? head.accounts : head.employees);
  return (
    <>
      <span>
        {t("common.asOf")} <b>{format.date(head.asOf)}</b>
      </span>
      {!head.refused && (
        <span>
          <b>{t(`studies.sample.${counts}`, { number: count })}</b>
        </span>
      )}
      {head.from && head.to && (
        <span>
          <b>{t("studies.span", { from: format.month(head.from), to: format.month(head.to) })}</b>
        </span>
      )}
    </>
  );
}
