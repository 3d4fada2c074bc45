import { useTranslation } from "react-i18next";
import { minimumGroupSize } from "~/modules/access/suppression";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { StepCurves } from "~/ui/charts/step-curves";
import { TableFrame } from "~/ui/tables/table-frame";
import { fewestAtRisk, valueAt } from "../prepare-curves";
import type { PreparedLeaving } from "../prepare-leaving";
import { curveLook } from "./curve-colors";
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
  return (
    <div className={styles.study}>
      <ChartFrame
        name="leaving"
        title={title}
        subtitle={t("studies.leaving.unit")}
        csvName="leaving-by-reason"
        table={{
          columns: [
            { label: t("studies.leaving.reasonHead") },
            { label: t("studies.month") },
            { label: t("studies.estimate"), format: format.share },
            { label: t("studies.lower"), format: format.share },
            { label: t("studies.upper"), format: format.share },
            { label: t("studies.leaving.atRiskLabel"), format: (value) => format.number(value) },
          ],
          rows: leaving.reasons.flatMap(({ reason, curve }) =>
            curve.map((point) => [
              nameOf(reason),
              point.month,
              point.estimate,
              point.lower,
              point.upper,
              point.atRisk,
            ]),
          ),
        }}
        empty={
          leaving.reasons.length === 0 ? (
            <p className="sub">{t("studies.leaving.nothing", { minimum: minimumGroupSize })}</p>
          ) : undefined
        }
      >
        <StepCurves
          curves={leaving.reasons.map(({ reason, curve }, index) => ({
            key: reason,
            label: nameOf(reason),
            ...curveLook("emp", index),
            points: curve,
          }))}
          domain={[0, null]}
          formatValue={format.share}
          formatCount={(count) => format.number(count)}
          words={{
            axis: t("studies.leaving.axis"),
            atRisk: t("studies.leaving.atRiskLabel"),
            few: t("studies.few", { count: fewestAtRisk }),
          }}
          titleOf={(curve, point) =>
            t("studies.leaving.pointTitle", {
              reason: curve.label,
              month: point.month,
              value: format.share(point.estimate),
              low: format.share(point.lower),
              high: format.share(point.upper),
              n: format.number(point.atRisk),
            })
          }
          description={t("studies.leaving.description", {
            months: Math.max(0, ...leaving.reasons.map(({ curve }) => curve.at(-1)?.month ?? 0)),
            list: format.list(
              leaving.reasons.map(({ reason, curve }) =>
                t("studies.leaving.descriptionOne", {
                  reason: nameOf(reason),
                  value: format.share(curve.at(-1)?.estimate ?? null),
                }),
              ),
            ),
          })}
        />
      </ChartFrame>
      <div className={styles.facts}>
        {leaving.reasons.length > 0 && (
          <TableFrame label={title}>
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">{t("studies.leaving.reasonHead")}</th>
                  <th scope="col" className="n">
                    {t("studies.leaving.left")}
                  </th>
                  {atMonth !== null && (
                    <th scope="col" className="n">
                      {t("studies.leaving.share")}
                      <span className="unit">{t("studies.leaving.shareUnit", { month: atMonth })}</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {leaving.reasons.map(({ reason, left, curve }) => (
                  <tr key={reason}>
                    <td className="strong">{nameOf(reason)}</td>
                    <td className="n">{format.number(left)}</td>
                    {atMonth !== null && (
                      <td className="n">{format.share(valueAt(curve, atMonth)?.estimate ?? null)}</td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
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
  );
}
