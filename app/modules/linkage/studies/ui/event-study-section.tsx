import { useTranslation } from "react-i18next";
import { ChartFrame } from "~/ui/charts/chart-frame";
import type { ChartTable } from "~/ui/charts/chart-table";
import { EventStudyPlot } from "~/ui/charts/event-study-plot";
import type { EventStudyPoint } from "../../drivers/result";
import type { OutcomeStudy } from "../prepare-handovers";
import type { HeldEqual } from "../prepare-held-equal";
import { EventStudyFacts } from "./event-study-facts";
import styles from "./studies.module.css";
import { useStudyFormat } from "./use-study-format";

/** What one outcome does before and after the handover, with what the study stands on beside it. */
export function EventStudySection({
  study,
}: {
  study: OutcomeStudy & { readonly heldEqual: HeldEqual | null };
}) {
  const { t } = useTranslation();
  const { outcome, strength, treatedAccounts } = study;
  return (
    <section className={`section ${styles.study}`}>
      <ChartFrame
        name={outcome}
        title={t(`studies.handovers.question.${outcome}`)}
        subtitle={t(`studies.handovers.chartUnit.${outcome}`)}
        csvName={`handovers-${outcome}`}
        table={useEventTable(study)}
        empty={
          strength === "too_few" ? (
            <p className="sub">{t("studies.handovers.tooFew", { count: treatedAccounts })}</p>
          ) : undefined
        }
      >
        <EventChart study={study} />
      </ChartFrame>
      {strength !== "too_few" && <EventStudyFacts study={study} heldEqual={study.heldEqual} />}
    </section>
  );
}

export function EventChart({ study }: { study: OutcomeStudy }) {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const { outcome, scale, points, preTrendSays, deepest, last } = study;
  const signed = (value: number) => format.number(value, { signed: true });
  const monthsOf = (from: number, to: number) =>
    from === to ? signed(from) : t("studies.handovers.months", { from: signed(from), to: signed(to) });
  return (
    <EventStudyPlot
      points={points.map((point) => ({ ...point, title: titleOf(point) }))}
      height={300}
      hue={outcome === "revenue" ? "mon" : "cus"}
      words={{
        before: t(`studies.handovers.before.${preTrendSays}`),
        event: t("studies.handovers.event"),
        axis: t("studies.handovers.axis"),
      }}
      formatTick={format.tick}
      formatMonth={signed}
      description={t("studies.handovers.description", {
        outcome: t(`drivers.outcome.${outcome}`),
        count: points.length,
        low: format.difference(deepest?.estimate ?? null, scale),
        last: format.difference(last?.estimate ?? null, scale),
        unit: t(`drivers.unitOf.${outcome}`),
      })}
    />
  );

  function titleOf(point: EventStudyPoint): string {
    const window = monthsOf(point.from, point.to);
    if (point.isReference) return t("studies.handovers.referenceTitle", { window });
    return t("studies.handovers.pointTitle", {
      window,
      value: format.difference(point.estimate, scale),
      low: format.difference(point.lower, scale),
      high: format.difference(point.upper, scale),
      n: format.number(point.treated),
    });
  }
}

function useEventTable({ points, scale }: OutcomeStudy): ChartTable {
  const { t } = useTranslation();
  const format = useStudyFormat();
  const written = { format: (value: number) => format.difference(value, scale) };
  const month = { format: (value: number) => format.number(value, { signed: true }) };
  return {
    columns: [
      { label: t("studies.handovers.fromMonth"), ...month },
      { label: t("studies.handovers.toMonth"), ...month },
      { label: t("studies.estimate"), ...written },
      { label: t("studies.lower"), ...written },
      { label: t("studies.upper"), ...written },
      { label: t("studies.bandLower"), ...written },
      { label: t("studies.bandUpper"), ...written },
      { label: t("studies.accounts"), format: (value) => format.number(value) },
    ],
    rows: points.map((point) => [
      point.from,
      point.to,
      point.estimate,
      point.isReference ? null : point.lower,
      point.isReference ? null : point.upper,
      point.bandLower,
      point.bandUpper,
      point.treated,
    ]),
  };
}
