import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { SurveyCell } from "../read-survey-results.server";

interface Props {
  readonly survey: {
    readonly name: string | null;
    readonly units: readonly {
      readonly unitId: string;
      readonly unitName: string;
      readonly engagement: SurveyCell;
      readonly enps: SurveyCell;
    }[];
  };
}

/** The last survey by unit; what is under the limit, and what would give it away, is hatched with the reason. */
export function SurveyTable({ survey }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("home.survey.title")}</h2>
          <p className="sub">
            {survey.name ? t("home.survey.subtitle", { name: survey.name }) : t("home.survey.none")}
          </p>
        </div>
      </div>
      {survey.units.length > 0 && (
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("home.survey.unit")}</th>
                <th className="n">
                  {t("home.figure.engagement")}
                  <span className="unit">{t("home.unit.of5")}</span>
                </th>
                <th className="n">{t("home.survey.answered")}</th>
                <th className="n">
                  {t("home.figure.enps")}
                  <span className="unit">−100…100</span>
                </th>
                <th className="n">{t("home.survey.answered")}</th>
              </tr>
            </thead>
            <tbody>
              {survey.units.map((unit) => (
                <tr key={unit.unitId}>
                  <td>{unit.unitName}</td>
                  <Question
                    cell={unit.engagement}
                    text={format.number(unit.engagement.value, { decimals: 2 })}
                  />
                  <Question cell={unit.enps} text={format.number(unit.enps.value, { signed: true })} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Question({ cell, text }: { readonly cell: SurveyCell; readonly text: string }) {
  const { t } = useTranslation();
  if (cell.reason)
    return (
      <td colSpan={2} className="hidden-cell n">
        <span>{t(`home.heat.hidden.${cell.reason}`)}</span>
      </td>
    );
  return (
    <>
      <td className="n">{text}</td>
      <td className="n">{cell.n}</td>
    </>
  );
}
