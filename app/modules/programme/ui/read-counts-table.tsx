import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ReadCounts } from "../count-reads.server";

export function ReadCountsTable({ counts }: { counts: ReadCounts }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("programme.announcements.reads")}</h2>
          <p className="sub">{t("programme.announcements.readsText")}</p>
        </div>
      </div>
      <div className="table-frame" style={{ maxWidth: 720 }}>
        <table className="data">
          <thead>
            <tr>
              <th>{t("programme.announcements.unit")}</th>
              <th className="n">{t("programme.announcements.people")}</th>
              <th className="n">{t("programme.announcements.readCount")}</th>
              <th className="n">{t("programme.announcements.confirmedCount")}</th>
            </tr>
          </thead>
          <tbody>
            {counts.units.map((unit) => (
              <tr key={unit.unitId}>
                <td>{unit.unitName || t("programme.announcements.noUnit")}</td>
                {unit.state === "shown" ? (
                  <>
                    <td className="n">{format.number(unit.people)}</td>
                    <td className="n">{format.number(unit.read)}</td>
                    <td className="n">{format.number(unit.confirmed)}</td>
                  </>
                ) : (
                  <td colSpan={3} className="hidden-cell n">
                    <span>
                      {t(
                        unit.state === "too_few"
                          ? "programme.announcements.hidden"
                          : "programme.announcements.hiddenComplementary",
                      )}
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t("programme.announcements.total")}</td>
              {counts.total ? (
                <>
                  <td className="n">{format.number(counts.total.people)}</td>
                  <td className="n">{format.number(counts.total.read)}</td>
                  <td className="n">{format.number(counts.total.confirmed)}</td>
                </>
              ) : (
                <td colSpan={3} className="hidden-cell n">
                  <span>{t("programme.announcements.hidden")}</span>
                </td>
              )}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
