import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { StepCurves } from "~/ui/charts/step-curves";
import { type CurvePoint, fewestAtRisk } from "../prepare-curves";
import { curveLook } from "./curve-colors";
import { useStudyFormat } from "./use-study-format";

export interface GroupCurve {
  readonly key: string;
  readonly label: string;
  readonly points: readonly CurvePoint[];
}

interface Props {
  /** Whose words name axis, numbers at risk and points. */
  readonly study: "retention" | "leaving";
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly csvName: string;
  readonly curves: readonly GroupCurve[];
  readonly hue: "cus" | "emp";
  readonly domain: readonly [number, number | null];
  /** Said where there is no curve to draw. */
  readonly nothing: ReactNode;
}

/** Shares by month for a few groups: as curves with bands and numbers at risk, as a table and as a file. */
export function CurveChart({ study, name, title, subtitle, csvName, curves, hue, domain, nothing }: Props) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const { share } = format;
  const count = (value: number) => format.number(value);
  return (
    <ChartFrame
      name={name}
      title={title}
      subtitle={subtitle}
      csvName={csvName}
      table={{
        columns: [
          { label: t(`studies.${study}.group`) },
          { label: t("studies.month") },
          { label: t("studies.estimate"), format: share },
          { label: t("studies.lower"), format: share },
          { label: t("studies.upper"), format: share },
          { label: t(`studies.${study}.atRiskLabel`), format: count },
        ],
        rows: curves.flatMap(({ label, points }) =>
          points.map(({ month, estimate, lower, upper, atRisk }) => [
            label,
            month,
            estimate,
            lower,
            upper,
            atRisk,
          ]),
        ),
      }}
      empty={curves.length === 0 ? <p className="sub">{nothing}</p> : undefined}
    >
      <StepCurves
        curves={curves.map((curve, index) => ({ ...curve, ...curveLook(hue, index) }))}
        domain={domain}
        formatValue={share}
        formatCount={count}
        words={{
          axis: t(`studies.${study}.axis`),
          atRisk: t(`studies.${study}.atRiskLabel`),
          few: t("studies.few", { count: fewestAtRisk }),
        }}
        titleOf={({ label }, { month, estimate, lower, upper, atRisk }) =>
          t(`studies.${study}.pointTitle`, {
            group: label,
            month,
            value: share(estimate),
            low: share(lower),
            high: share(upper),
            n: count(atRisk),
          })
        }
        description={t(`studies.${study}.description`, {
          months: Math.max(0, ...curves.map(({ points }) => points.at(-1)?.month ?? 0)),
          list: format.list(
            curves.map(({ label, points }) =>
              t("studies.curveEnd", { group: label, value: share(points.at(-1)?.estimate ?? null) }),
            ),
          ),
        })}
      />
    </ChartFrame>
  );
}
