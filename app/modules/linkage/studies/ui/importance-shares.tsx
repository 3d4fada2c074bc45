import { useTranslation } from "react-i18next";
import { niceTicks } from "~/ui/charts/axis-ticks";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { IntervalTrack, TrackAxis } from "~/ui/charts/interval-track";
import { TableFrame } from "~/ui/tables/table-frame";
import type { PreparedImportance } from "../prepare-importance";
import styles from "./studies.module.css";
import { useFactorWords } from "./use-factor-words";
import { useStudyFormat } from "./use-study-format";

/** One bar a factor with the interval of its share, largest first. */
export function ImportanceShares({ importance }: { importance: PreparedImportance }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const words = useFactorWords();
  const { shares, axisEnd } = importance;
  const axis = {
    domain: [0, axisEnd] as const,
    ticks: niceTicks(0, axisEnd, 4).filter((tick) => tick <= axisEnd),
  };
  const title = t("studies.importance.chart");
  return (
    <ChartFrame
      name="importance"
      title={title}
      subtitle={t("studies.importance.unit")}
      csvName="what-matters-most"
      table={{
        columns: [
          { label: t("studies.importance.factor") },
          { label: t("studies.estimate"), format: format.share },
          { label: t("studies.lower"), format: format.share },
          { label: t("studies.upper"), format: format.share },
        ],
        rows: shares.map((share) => [words.factor(share.exposure), share.estimate, share.lower, share.upper]),
      }}
    >
      <TableFrame label={title}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("studies.importance.factor")}</th>
              <th scope="col" className={styles.trackColumn}>
                <TrackAxis {...axis} formatTick={format.share} />
              </th>
              <th scope="col" className="n">
                {t("studies.importance.share")}
                <span className="unit">{t("studies.importance.shareUnit")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share.exposure}>
                <td className="strong">{words.factor(share.exposure)}</td>
                <td className={styles.trackColumn}>
                  <IntervalTrack {...axis} zero={0} {...share} hue="emp" mark="bar" />
                </td>
                <td className="n">
                  <span className="strong">{format.share(share.estimate)}</span>
                  <span className="second">
                    {t("studies.intervalOf", {
                      low: format.share(share.lower),
                      high: format.share(share.upper),
                    })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </ChartFrame>
  );
}
