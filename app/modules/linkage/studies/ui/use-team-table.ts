import { useTranslation } from "react-i18next";
import type { ChartTable } from "~/ui/charts/chart-table";
import type { Scale } from "../../drivers/result";
import type { PreparedTeams } from "../prepare-teams";
import { useStudyFormat } from "./use-study-format";

/** The figures behind the comparison of teams, as table and file: nothing that the page hides. */
export function useTeamTable({ teams, rest }: PreparedTeams, scale: Scale): ChartTable {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const difference = { format: (value: number) => format.difference(value, scale) };
  const whole = { format: (value: number) => format.number(value) };
  const place = t("studies.teams.rank");
  return {
    columns: [
      { label: t("studies.teams.team") },
      { label: t("studies.teams.people"), ...whole },
      { label: t("studies.teams.accounts"), ...whole },
      { label: t("studies.teams.effect"), ...difference },
      { label: t("studies.lower"), ...difference },
      { label: t("studies.upper"), ...difference },
      { label: place, ...whole },
      { label: t("studies.teams.rankLower"), ...whole },
      { label: t("studies.teams.rankUpper"), ...whole },
    ],
    rows: [
      ...teams.map(({ unitName, people, accounts, effect, rank }) => [
        unitName,
        people,
        accounts,
        effect.estimate,
        effect.lower,
        effect.upper,
        rank.estimate,
        rank.lower,
        rank.upper,
      ]),
      ...(rest ? [restRow(t("studies.teams.rest"), rest)] : []),
    ],
  };
}

function restRow(name: string, { people, accounts, effect }: NonNullable<PreparedTeams["rest"]>) {
  return [name, people, accounts, effect.estimate, effect.lower, effect.upper, null, null, null];
}
