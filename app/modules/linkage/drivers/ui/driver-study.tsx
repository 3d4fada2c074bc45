import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OutcomeStudy } from "../../studies/prepare-handovers";
import { EventChart } from "../../studies/ui/event-study-section";
import { PanelPart } from "./panel-part";

/** The months around the handover, as the study of handovers draws them. */
export function DriverStudy({ study }: { study: OutcomeStudy }) {
  const { t } = useTranslation();
  return (
    <PanelPart title={t(`studies.handovers.question.${study.outcome}`)}>
      <p className="small muted">{t(`studies.handovers.chartUnit.${study.outcome}`)}</p>
      <EventChart study={study} />
      <p className="small no-print">
        <Link to="/drivers/handovers">{t("drivers.panel.wholeStudy")}</Link>
      </p>
    </PanelPart>
  );
}
