import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { satisfactionScales } from "../satisfaction-response";
import type { ResponseRow } from "../summarise-satisfaction.server";

export function ResponsesTable({ responses }: { responses: readonly ResponseRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("customers.satisfaction.date")}</th>
            <th scope="col">{t("customers.satisfaction.kind")}</th>
            <th scope="col" className="n">
              {t("customers.satisfaction.score")}
            </th>
            <th scope="col">{t("customers.satisfaction.contact")}</th>
            <th scope="col">{t("customers.satisfaction.about")}</th>
            <th scope="col">{t("customers.satisfaction.commentColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {responses.map((response) => (
            <tr key={response.id}>
              <td className="nowrap">{format.date(response.answeredOn)}</td>
              <td>{t(`customers.kindShort.${response.kind}`)}</td>
              <td className="n">
                {format.number(response.score)}{" "}
                <span className="muted">/ {satisfactionScales[response.kind].max}</span>
              </td>
              <td>{response.contactName}</td>
              <td>{response.employeeName}</td>
              <td>{response.comment}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
