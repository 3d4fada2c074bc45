import { Link, useSearchParams } from "@remix-run/react";
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
          <TeamSentence apart={study.apart} />
          <TeamRanks teams={teams} />
          <TeamPages page={study.page} shown={teams.teams.length} />
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

function TeamSentence({ apart: { names, count } }: { apart: TeamStudy["apart"] }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const more = count - names.length;
  const listed = more > 0 ? [...names, t("studies.teams.andMore", { count: more })] : names;
  return (
    <p className={styles.lead}>
      {count === 0
        ? t("studies.teams.sentenceNone")
        : t("studies.teams.sentence", { count, list: format.list(listed) })}
    </p>
  );
}

function TeamPages({ page, shown }: { page: TeamStudy["page"]; shown: number }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  if (page.pages === 1) return null;
  const to = (number: number) => {
    const next = new URLSearchParams(search);
    next.set("page", String(number));
    return `?${next}`;
  };
  return (
    <nav className={`no-print ${styles.note}`} aria-label={t("studies.teams.pages")}>
      <p className="sub">
        {t("studies.teams.pageOf", { first: page.first, last: page.first + shown - 1, total: page.total })}{" "}
        {page.number > 1 && <Link to={to(page.number - 1)}>{t("common.action.previous")}</Link>}{" "}
        {page.number < page.pages && <Link to={to(page.number + 1)}>{t("common.action.next")}</Link>}
      </p>
    </nav>
  );
}
