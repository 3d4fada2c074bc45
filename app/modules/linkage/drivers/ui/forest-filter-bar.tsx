import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { hrefWith } from "~/ui/tables/list-query";
import { type Grade, grades, type Outcome, outcomes } from "../result";
import styles from "./forest-filter-bar.module.css";
import type { ForestFilters } from "./forest-filters";
import { GradeBadge } from "./grade-badge";

interface Props {
  readonly params: URLSearchParams;
  readonly filters: ForestFilters;
  /** Those that some result has; what nothing has is not offered. */
  readonly offered: { readonly outcomes: readonly Outcome[]; readonly grades: readonly Grade[] };
}

/** Which rows are shown, as links: the URL says it all. The grades' names here are the legend as well. */
export function ForestFilterBar({ params, filters, offered }: Props) {
  const { t } = useTranslation();
  return (
    <nav className={styles["bar"]} aria-label={t("drivers.filter.label")}>
      <span className={`${styles["choices"]} no-print`}>
        <Choice params={params} name="outcome" value={null} isChosen={filters.outcome === null}>
          {t("drivers.filter.all")}
        </Choice>
        {outcomes
          .filter((outcome) => offered.outcomes.includes(outcome))
          .map((outcome) => (
            <Choice
              key={outcome}
              params={params}
              name="outcome"
              value={outcome}
              isChosen={filters.outcome === outcome}
            >
              {t(`drivers.outcome.${outcome}`)}
            </Choice>
          ))}
        <Choice
          params={params}
          name="refused"
          value={filters.hidesRefused ? null : "hide"}
          isChosen={filters.hidesRefused}
        >
          {t("drivers.filter.hideRefused")}
        </Choice>
      </span>
      <ul className={styles["grades"]}>
        {grades.map((grade) => {
          const isChosen = filters.grade === grade;
          const words = (
            <>
              <GradeBadge grade={grade} /> {t(`drivers.grade.${grade}`)}
            </>
          );
          return (
            <li key={grade} title={t(`drivers.gradeLong.${grade}`)}>
              {offered.grades.includes(grade) ? (
                <Link
                  to={hrefWith(params, { grade: isChosen ? null : grade })}
                  aria-current={isChosen ? "true" : undefined}
                  preventScrollReset
                >
                  {words}
                </Link>
              ) : (
                <span>
                  {words}
                  {t("drivers.filter.noneHere")}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface ChoiceProps {
  readonly params: URLSearchParams;
  readonly name: string;
  readonly value: string | null;
  readonly isChosen: boolean;
  readonly children: string;
}

function Choice({ params, name, value, isChosen, children }: ChoiceProps) {
  return (
    <Link
      to={hrefWith(params, { [name]: value })}
      className="chip"
      aria-current={isChosen ? "true" : undefined}
      preventScrollReset
    >
      {children}
    </Link>
  );
}
