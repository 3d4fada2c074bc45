import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import type { ScenarioResult } from "../scenario";
import { useLeverSentences } from "./lever-words";

export function OutcomesTable({ result }: { result: ScenarioResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sentences = useLeverSentences(result.currency);
  const write = (value: number) => format.number(value, { decimals: Number.isInteger(value) ? 0 : 1 });
  return (
    <TableFrame label={t("scenarios.saved.levers")}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("scenarios.saved.levers")}</th>
            <th scope="col" className="n" />
            <th scope="col" style={{ paddingLeft: 24 }}>
              {t("scenarios.result.title")}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.levers.map((outcome) => {
            const words = sentences(outcome);
            return (
              <tr key={outcome.key}>
                <td>
                  {t(`scenarios.lever.${outcome.key}`)}
                  <span className="second">{t(`scenarios.unit.${outcome.key}`)}</span>
                </td>
                <td className="n strong">
                  {write(outcome.now)} → {write(outcome.value)}
                </td>
                <td style={{ paddingLeft: 24 }}>
                  {words.cost} {words.net}
                  {words.leftOut && <span className="second">{words.leftOut}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}
