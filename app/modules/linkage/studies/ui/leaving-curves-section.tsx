import { useTranslation } from "react-i18next";
import { minimumGroupSize } from "~/modules/access/suppression";
import { type DataColumn, DataTable } from "~/ui/tables/data-table";
import { fewestAtRisk, valueAt } from "../prepare-curves";
import type { PreparedLeaving } from "../prepare-leaving";
import { CurveChart } from "./curve-chart";
import styles from "./studies.module.css";
import { useStudyFormat } from "./use-study-format";

const reasons = ["voluntary", "involuntary", "retirement", "end_of_contract", "other"] as const;
type Reason = (typeof reasons)[number];
const asReason = (name: string): Reason => reasons.find((reason) => reason === name) ?? "other";

/** What share has left by now for which reason, as curves that add up. */
export function LeavingCurvesSection({ leaving }: { leaving: PreparedLeaving }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const nameOf = (reason: string) => t(`studies.leaving.reason.${asReason(reason)}`);
  const { hidden, atMonth } = leaving;
  const title = t("studies.leaving.chart");
  const shareAt = (month: number, { curve }: PreparedLeaving["reasons"][number]) =>
    format.share(valueAt(curve, month)?.estimate ?? null);
  const shareColumn = (month: number): DataColumn<PreparedLeaving["reasons"][number]> => ({
    key: "share",
    header: t("studies.leaving.share"),
    unit: t("studies.leaving.shareUnit", { month }),
    isNumber: true,
    cell: (one) => shareAt(month, one),
  });
  return (
    <>
      {atMonth !== null && leaving.reasons.length > 0 && (
        <p className={styles.lead}>
          {t("studies.leaving.sentence", {
            month: atMonth,
            list: format.list(
              leaving.reasons.map((one) =>
                t("studies.leaving.sentenceOne", {
                  reason: format.inSentence(nameOf(one.reason)),
                  value: shareAt(atMonth, one),
                }),
              ),
            ),
          })}
        </p>
      )}
      <div className={styles.study}>
        <CurveChart
          study="leaving"
          name="leaving"
          title={title}
          subtitle={t("studies.leaving.unit")}
          csvName="leaving-by-reason"
          curves={leaving.reasons.map(({ reason, curve }) => ({
            key: reason,
            label: nameOf(reason),
            points: curve,
          }))}
          hue="emp"
          domain={[0, null]}
          nothing={t("studies.leaving.nothing", { minimum: minimumGroupSize })}
        />
        <div className={styles.facts}>
          {leaving.reasons.length > 0 && (
            <DataTable
              label={title}
              rows={leaving.reasons}
              rowKey={({ reason }) => reason}
              columns={[
                {
                  key: "reason",
                  header: t("studies.leaving.group"),
                  className: "strong nowrap",
                  cell: ({ reason }) => nameOf(reason),
                },
                {
                  key: "left",
                  header: t("studies.leaving.left"),
                  isNumber: true,
                  cell: ({ left }) => format.number(left),
                },
                ...(atMonth === null ? [] : [shareColumn(atMonth)]),
              ]}
            />
          )}
          <p className={`sub ${styles.note}`}>{t("studies.leaving.competing")}</p>
          <p className="sub">{t("studies.leaving.ends", { count: fewestAtRisk })}</p>
          {hidden > 0 && (
            <p className={`sub ${styles.note}`}>
              {t("studies.leaving.hidden", { count: hidden, minimum: minimumGroupSize })}
            </p>
          )}
        </div>
      </div>
    </>
  );
}
