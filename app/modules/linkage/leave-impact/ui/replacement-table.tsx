import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { assumptionsAt } from "~/modules/people/turnover-assumptions";
import { type TurnoverPart, turnoverParts } from "~/modules/people/turnover-cost";
import { TableFrame } from "~/ui/tables/table-frame";
import styles from "./leave-impact.module.css";
import type { ShownImpact } from "./shown-impact";

interface Props {
  readonly impact: ShownImpact;
  readonly estimate: NonNullable<ShownImpact["estimate"]>;
}

/** Part by part with its inputs, and a running total drawn beside it. */
export function ReplacementTable({ impact, estimate }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, pay } = impact;
  const inputsOf = useInputs({ impact, estimate });
  const unit = format.moneyUnit(currency);
  const largest = Math.max(...runningTotals(estimate.parts).map(({ from, to }) => Math.max(from, to)));
  return (
    <TableFrame label={t("people.leave.costTitle")}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("people.leave.part")}</th>
            <td className="wide-only" />
            <th scope="col" className="n">
              {unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {runningTotals(estimate.parts).map(({ part, from, to }) => (
            <tr key={part}>
              <td>
                {t(`people.leave.partName.${part}`)}
                <span className="second">{inputsOf(part)}</span>
              </td>
              <td className="wide-only">
                <Step from={from / largest} to={to / largest} isCredit={to < from} />
              </td>
              <td className="n">{format.compactMoney(estimate.parts[part], currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>
              {t("people.leave.total")}
              <span className="second">
                {t("people.leave.range", {
                  low: format.compactMoney(estimate.lowMinor, currency),
                  high: `${format.compactMoney(estimate.highMinor, currency)} ${unit}`,
                })}
              </span>
              {pay && (
                <span className="second">
                  {t("people.leave.ofPay", {
                    percent: format.percent(Number(estimate.totalMinor) / Number(pay.annualMinor), {
                      decimals: 0,
                    }),
                  })}
                </span>
              )}
            </td>
            <td className="wide-only" />
            <td className="n">{format.compactMoney(estimate.totalMinor, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

function runningTotals(parts: Readonly<Record<TurnoverPart, string>>) {
  let from = 0;
  return turnoverParts.map((part) => {
    const to = from + Number(parts[part]);
    const step = { part, from, to };
    from = to;
    return step;
  });
}

function Step({ from, to, isCredit }: { from: number; to: number; isCredit: boolean }) {
  const width = 160;
  return (
    <svg width={width} height={16} viewBox={`0 0 ${width} 16`} aria-hidden="true" className={styles.step}>
      <rect
        x={Math.min(from, to) * width}
        y={3}
        width={Math.max(1, Math.abs(to - from) * width)}
        height={10}
        fill={isCredit ? "var(--mon-4)" : "var(--mon)"}
        stroke={isCredit ? "var(--mon)" : undefined}
      />
    </svg>
  );
}

function useInputs({ impact, estimate }: Props): (part: TurnoverPart) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, ownHires, hasOwnTrainingCost } = impact;
  const assumed = assumptionsAt("base");
  const money = (minor: string) => `${format.money(minor, currency)} ${currency}`;
  const daily = money(estimate.rates.dailyPayMinor);
  const days = format.number(assumed.vacancyDays);
  const hourly = money(estimate.rates.hourlyPayMinor);
  return (part) => {
    switch (part) {
      case "separation":
        return t("people.leave.partInputs.separation", {
          hours: assumed.administrationHours,
          days: assumed.leaveDays,
          daily: money(estimate.rates.workingDayPayMinor),
        });
      case "vacancy":
        return t("people.leave.partInputs.vacancy", {
          days,
          contribution: money(estimate.rates.dailyContributionMinor),
        });
      case "paySaved":
        return t("people.leave.partInputs.paySaved", { days, daily });
      case "cover":
        return t("people.leave.partInputs.cover", {
          days,
          daily,
          percent: format.percent(assumed.coverShare, { decimals: 0 }),
        });
      case "recruiting":
        return ownHires
          ? t("people.leave.partInputs.recruitingOwn", {
              total: money(ownHires.costMinor),
              hires: format.number(ownHires.hires),
            })
          : t("people.leave.partInputs.recruitingAssumed", {
              percent: format.percent(assumed.costPerHireShare, { decimals: 0 }),
            });
      case "onboarding":
        return t("people.leave.partInputs.onboarding", { hours: assumed.onboardingHours, hourly });
      case "training":
        return t(`people.leave.partInputs.${hasOwnTrainingCost ? "trainingOwn" : "trainingAssumed"}`, {
          hours: assumed.trainingHours,
          fee: money(estimate.rates.trainingHourMinor),
        });
      case "ramp":
        return t("people.leave.partInputs.ramp", {
          start: format.percent(assumed.rampStart, { decimals: 0 }),
          months: format.number(assumed.rampMonths),
          contribution: money(estimate.rates.monthlyContributionMinor),
        });
    }
  };
}
