import { useTranslation } from "react-i18next";
import { minimumGroupSize } from "~/modules/access/suppression";
import { EmptyState } from "~/ui/primitives/empty-state";
import type { StudyFrame } from "../get-study-frame.server";
import type { TeamStudy } from "../get-team-study.server";
import { ChoiceSwitch } from "./choice-switch";
import styles from "./studies.module.css";
import { StudyPage } from "./study-page";
import { TeamRanks } from "./team-ranks";
import { useStudyFormat } from "./use-study-format";

export function TeamsPage({ study, frame }: { study: TeamStudy; frame: StudyFrame }) {
  const { t } = useTranslation();
  const { teams, outcomes, isWholeCompany } = study;
  const minimum = minimumGroupSize;
  return (
    <StudyPage study="teams" head={study.head} frame={frame} counts="accounts">
      {teams.teams.length === 0 ? (
        <EmptyState title={t("studies.teams.nothing")}>
          {t("studies.teams.nothingText", { minimum })}
        </EmptyState>
      ) : (
        <>
          <ChoiceSwitch
            name="outcome"
            label={t("studies.teams.outcomeLabel")}
            chosen={teams.outcome}
            choices={outcomes.map((value) => ({ value, label: t(`drivers.outcome.${value}`) }))}
          />
          <TeamSentence teams={teams} />
          <TeamRanks teams={teams} />
          <p className={`sub ${styles.note}`}>
            {t("studies.teams.shrunk")} {!isWholeCompany && t("studies.teams.own")}
          </p>
        </>
      )}
      {teams.hidden > 0 && (
        <p className={`sub ${styles.note}`}>
          {t("studies.teams.hidden", { count: teams.hidden })} {t("studies.teams.hiddenText", { minimum })}
        </p>
      )}
    </StudyPage>
  );
}

function TeamSentence({ teams: { teams } }: { teams: TeamStudy["teams"] }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const apart = teams.filter((team) => team.isApart);
  return (
    <p className={styles.lead}>
      {apart.length === 0
        ? t("studies.teams.sentenceNone")
        : t("studies.teams.sentence", {
            count: apart.length,
            list: format.list(apart.map((team) => team.unitName)),
          })}
    </p>
  );
}
