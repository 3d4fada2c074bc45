import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import type { TrainingLine } from "../list-training.server";

interface Props {
  readonly records: readonly TrainingLine[];
  readonly asOf: string;
}

function hoursOf(records: readonly TrainingLine[]): number {
  return records.reduce((sum, record) => sum + record.hours, 0);
}

export function TrainingTable({ records, asOf }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const yearAgo = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const recent = records.filter((record) => record.completedOn > yearAgo && record.completedOn <= asOf);
  const hours = (some: readonly TrainingLine[]) => format.number(hoursOf(some), { decimals: 1 });
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("people.training.list")}</h2>
          <p className="sub">
            {t("people.training.listNote", { total: hours(records), recent: hours(recent) })}
          </p>
        </div>
      </div>
      <TableFrame label={t("people.training.list")}>
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
              <td className="n">{hours(records)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </section>
  );
}
