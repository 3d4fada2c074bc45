import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { addMonths } from "~/kernel/calendar";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { monthAxis } from "../month-axis";
import type { AccountMonths } from "../prepare-account-months";
import type { ServedPeriod, TeamStrip } from "../prepare-team-strip";
import { GapList, TeamStripChart } from "./team-strip";

interface Props {
  readonly accountNumber: string;
  readonly strip: TeamStrip;
  readonly months: AccountMonths;
  readonly periods: readonly ServedPeriod[];
}

/** The strip with its question, and the same in a table: a month a line with the answers, the people and the handovers. */
export function TeamChart({ accountNumber, strip, months, periods }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const axis = monthAxis(strip.months);
  const span = { from: format.month(strip.months[0]!), to: format.month(strip.months.at(-1)!) };
  const ownerGaps = strip.rows.find((row) => row.role === "owner")?.uncoveredDays ?? 0;
  const description = t("linkage.team.description", { handovers: strip.handovers.length, days: ownerGaps });
  const one = (value: number) => format.number(value, { decimals: 1 });
  const namesIn = (month: string, isWanted: (period: ServedPeriod) => boolean) => {
    const next = addMonths(month, 1);
    const serving = periods.filter(
      (period) =>
        isWanted(period) && period.startsOn < next && (period.endsOn === null || period.endsOn > month),
    );
    return [...new Set(serving.map((period) => period.employeeName))].join(", ") || null;
  };
  return (
    <ChartFrame
      name="team"
      title={t("linkage.team.title")}
      subtitle={t("linkage.team.subtitle", span)}
      csvName={`${accountNumber}-team`}
      table={{
        columns: [
          { label: t("linkage.team.month") },
          { label: t("linkage.account.satisfaction.mean"), format: one },
          { label: t("linkage.account.satisfaction.low"), format: one },
          { label: t("linkage.account.satisfaction.high"), format: one },
          { label: t("linkage.account.satisfaction.n") },
          { label: t("linkage.team.owner") },
          { label: t("linkage.team.others") },
          { label: t("linkage.team.handovers") },
        ],
        rows: strip.months.map((month, index) => {
          const { mean = null, lower = null, upper = null, n = 0 } = months.csat[index] ?? {};
          return [
            format.month(month),
            mean,
            lower,
            upper,
            n,
            namesIn(month, (period) => period.role === "owner"),
            namesIn(month, (period) => period.role !== "owner"),
            strip.handovers.filter(({ on }) => on.slice(0, 7) === month.slice(0, 7)).length,
          ];
        }),
      }}
    >
      <TeamStripChart strip={strip} axis={axis} points={months.csat} description={description} />
      <GapList strip={strip} />
    </ChartFrame>
  );
}
