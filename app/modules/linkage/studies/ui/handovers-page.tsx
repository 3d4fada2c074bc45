import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { HandoverStudy } from "../get-handover-study.server";
import type { StudyFrame } from "../get-study-frame.server";
import { causes } from "../prepare-handovers";
import { ChoiceSwitch } from "./choice-switch";
import { ContrastsSection } from "./contrasts-section";
import { EventStudySection } from "./event-study-section";
import styles from "./studies.module.css";
import { StudyPage } from "./study-page";

export function HandoversPage({ study, frame }: { study: HandoverStudy; frame: StudyFrame }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cause, outcomes } = study;
  return (
    <StudyPage
      study="handovers"
      head={study.head}
      frame={frame}
      counts="accounts"
      actions={
        study.maySeeList && (
          <Link className="button" to="/handovers">
            {t("studies.listOfHandovers")}
          </Link>
        )
      }
    >
      <ChoiceSwitch
        name="cause"
        label={t("studies.handovers.cause.label")}
        chosen={cause}
        choices={causes.map((value) => ({
          value,
          label: t(`studies.handovers.cause.${value}`),
          note: format.number(study.accountsByCause[value]),
        }))}
      />
      <p className={styles.lead}>{t(`studies.handovers.about.${cause}`)}</p>
      {outcomes.length === 0 ? (
        <p className="sub">
          {t("studies.handovers.noStudy")} {t("studies.handovers.noStudyHint")}
        </p>
      ) : (
        outcomes.map((outcome) => <EventStudySection key={outcome.outcome} study={outcome} />)
      )}
      {cause === "departure" && outcomes.length > 0 && <ContrastsSection contrasts={study.contrasts} />}
    </StudyPage>
  );
}
