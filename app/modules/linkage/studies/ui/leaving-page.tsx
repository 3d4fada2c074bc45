import { useTranslation } from "react-i18next";
import { ForestLegend, HatchPattern } from "../../drivers/ui/forest";
import { ForestGroupSection } from "../../drivers/ui/forest-group";
import type { LeavingStudy } from "../get-leaving-study.server";
import type { StudyFrame } from "../get-study-frame.server";
import { LeavingCurvesSection } from "./leaving-curves-section";
import { StudyPage } from "./study-page";

export function LeavingPage({ study, frame }: { study: LeavingStudy; frame: StudyFrame }) {
  return (
    <StudyPage study="leaving" head={study.head} frame={frame} counts="employees">
      <LeavingCurvesSection leaving={study.leaving} />
      <Predictors groups={study.predictors} />
    </StudyPage>
  );
}

function Predictors({ groups }: { groups: LeavingStudy["predictors"] }) {
  const { t } = useTranslation();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("studies.leaving.predict")}</h2>
          <p className="sub">{t("studies.leaving.predictUnit")}</p>
        </div>
      </div>
      {groups.length === 0 && <p className="sub">{t("studies.leaving.noPredictors")}</p>}
      <HatchPattern />
      {groups.map((group) => (
        <ForestGroupSection key={group.outcome} group={group} openKey={null} search="" comparesLast={false} />
      ))}
      {groups.length > 0 && <ForestLegend comparesLast={false} />}
    </section>
  );
}
