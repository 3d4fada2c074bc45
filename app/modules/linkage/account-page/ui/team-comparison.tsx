import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { TeamComparison, TeamFigures } from "../summarise-team.server";
import type { EngagementFigure } from "../unit-engagement.server";

/** How the unit behind the account stands against the company: operational facts and engagement above the threshold, never pay. */
export function TeamComparisonTable({ comparison }: { comparison: TeamComparison | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!comparison) {
    return (
      <section>
        <h2>{t("linkage.team.behind.title")}</h2>
        <p className="sub">{t("linkage.team.behind.noUnit")}</p>
      </section>
    );
  }
  const { unit, company, engagement, companyEngagement, unitName } = comparison;
  const texts = { unit: unitName, company: format.number(company.people) };
  const one = (value: number | null) => format.number(value, { decimals: 1 });
  const signed = (value: number | null) => format.number(value, { decimals: 1, signed: true });
  const rows: readonly [string, string, (figures: TeamFigures) => string][] = [
    [t("linkage.team.behind.training"), t("linkage.team.behind.trainingUnit"), (f) => one(f.training.value)],
    [
      t("linkage.team.behind.tenure"),
      t("linkage.team.behind.tenureUnit"),
      (f) => one(f.medianMonthsOnAccount),
    ],
    [t("linkage.team.behind.workload"), t("linkage.team.behind.workloadUnit"), (f) => signed(f.workloadZ)],
    [
      t("linkage.team.behind.handovers"),
      t("linkage.team.behind.handoversUnit"),
      (f) => one(f.handovers.value),
    ],
  ];
  const engagementUnit =
    engagement.n !== null && engagement.survey
      ? t("linkage.team.behind.engagementWave", { survey: engagement.survey, n: engagement.n })
      : t("linkage.team.behind.engagementUnit");
  return (
    <section>
      <h2>{t("linkage.team.behind.title")}</h2>
      <p className="sub">
        {unit
          ? t("linkage.team.behind.subtitle", { ...texts, count: unit.people })
          : t("linkage.team.behind.subtitleSmall", texts)}
      </p>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("linkage.team.behind.measure")}</th>
              <th scope="col" className="n">
                {t("linkage.team.behind.unit")}
              </th>
              <th scope="col" className="n">
                {t("linkage.team.behind.company")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 2).map(([label, unitText, read]) => (
              <Measure key={label} label={label} unitText={unitText} company={read(company)}>
                {unit ? read(unit) : <Hidden text={t("linkage.team.behind.small")} />}
              </Measure>
            ))}
            <Measure
              label={t("linkage.team.behind.engagement")}
              unitText={engagementUnit}
              company={<Engagement figure={companyEngagement} />}
            >
              <Engagement figure={engagement} />
            </Measure>
            {rows.slice(2).map(([label, unitText, read]) => (
              <Measure key={label} label={label} unitText={unitText} company={read(company)}>
                {unit ? read(unit) : <Hidden text={t("linkage.team.behind.small")} />}
              </Measure>
            ))}
          </tbody>
        </table>
      </div>
      <p className="sub">{t("linkage.team.behind.note")}</p>
    </section>
  );
}

interface MeasureProps {
  readonly label: string;
  readonly unitText: string;
  readonly company: ReactNode;
  readonly children: ReactNode;
}

function Measure({ label, unitText, company, children }: MeasureProps) {
  return (
    <tr>
      <td>
        {label}
        <span className="second">{unitText}</span>
      </td>
      <td className="n strong">{children}</td>
      <td className="n muted">{company}</td>
    </tr>
  );
}

function Engagement({ figure }: { figure: EngagementFigure }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (figure.mean !== null) return format.number(figure.mean, { decimals: 1 });
  if (figure.reason === "too_few") return <Hidden text={t("linkage.team.behind.tooFew")} />;
  if (figure.reason && figure.reason !== "no_data")
    return <Hidden text={t("linkage.team.behind.complementary")} />;
  return <span title={t("common.noValue.no_data")}>–</span>;
}

function Hidden({ text }: { text: string }) {
  return (
    <span className="hidden-cell" style={{ display: "inline-block", whiteSpace: "normal", maxWidth: 112 }}>
      <span>{text}</span>
    </span>
  );
}
