import { useTranslation } from "react-i18next";
import type { LeavingStudy } from "../get-leaving-study.server";
import type { StudyFrame } from "../get-study-frame.server";
import { LeavingCurvesSection } from "./leaving-curves-section";
import { StudyPage } from "./study-page";

export function LeavingPage({ study, frame }: { study: LeavingStudy; frame: StudyFrame }) {
  const { t } = useTranslation();
  return (
    <StudyPage study="leaving" head={study.head} frame={frame} counts="employees">
      <LeavingCurvesSection leaving={study.leaving} />
      <section className="section">
        <h2>{t("studies.leaving.predict")}</h2>
        <p className="sub">{t("studies.leaving.predictUnit")}</p>
      </section>
    </StudyPage>
  );
}
