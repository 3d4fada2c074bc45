import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { TrainingLine } from "../list-training.server";

export function TrainingTable({ records }: { records: readonly TrainingLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("people.training.course")}</th>
            <th scope="col" className="n">
              {t("people.training.completedOn")}
            </th>
            <th scope="col" className="n">
              {t("people.training.hours")}
            </th>
            <th scope="col" className="n">
              {t("people.training.score")}
              <span className="unit">{t("people.training.scoreUnit")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td>{record.course}</td>
              <td className="n">{format.date(record.completedOn)}</td>
              <td className="n">{format.number(record.hours, { decimals: 1 })}</td>
              <td className="n">{format.number(record.score)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{t("people.costs.total")}</td>
            <td className="n">
              {format.number(
                records.reduce((sum, record) => sum + record.hours, 0),
                { decimals: 1 },
              )}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
