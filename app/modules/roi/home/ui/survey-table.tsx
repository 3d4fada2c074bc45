import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

interface Props {
  readonly survey: {
    readonly name: string | null;
    readonly units: readonly {
      readonly unitId: string;
      readonly unitName: string;
      readonly verdict: "shown" | "too_few" | "complementary";
      readonly n: number | null;
      readonly engagement: number | null;
      readonly enps: number | null;
    }[];
  };
}

/** The last survey by unit; groups under the limit, and the group that would give them away, are hatched with the reason. */
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
                <th className="n">{t("home.survey.answered")}</th>
                <th className="n">
                  {t("home.figure.engagement")}
                  <span className="unit">{t("home.unit.of5")}</span>
                </th>
                <th className="n">
                  {t("home.figure.enps")}
                  <span className="unit">−100…100</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {survey.units.map((unit) => (
                <tr key={unit.unitId}>
                  <td>{unit.unitName}</td>
                  {unit.verdict === "shown" ? (
                    <>
                      <td className="n">{unit.n}</td>
                      <td className="n">{format.number(unit.engagement, { decimals: 2 })}</td>
                      <td className="n">{format.number(unit.enps, { signed: true })}</td>
                    </>
                  ) : (
                    <td colSpan={3} className="hidden-cell n">
                      <span>{t(`home.heat.hidden.${unit.verdict}`)}</span>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
