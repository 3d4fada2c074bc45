import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import { TableFrame } from "~/ui/tables/table-frame";
import { writeMoneyWithUnit } from "../../returns/ui/money-words";
import { leverKeys } from "../levers";
import { isBeforeCosts, type SavedScenario } from "../scenario";

export function SavedTable({ scenarios }: { scenarios: readonly SavedScenario[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t("scenarios.saved.title")}</h2>
      </div>
      {scenarios.length === 0 ? (
        <p className="sub">{t("scenarios.saved.none")}</p>
      ) : (
        <Form method="get" action="/scenarios/compare">
          <TableFrame label={t("scenarios.saved.title")}>
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">{t("scenarios.saved.name")}</th>
                  <th scope="col">{t("scenarios.saved.levers")}</th>
                  <th scope="col" className="n">
                    {t("scenarios.saved.net")}
                  </th>
                  <th scope="col" className="n">
                    {t("scenarios.saved.chance")}
                  </th>
                  <th scope="col" style={{ paddingLeft: 24 }}>
                    {t("scenarios.saved.by")}
                  </th>
                  <th scope="col">{t("scenarios.saved.at")}</th>
                  <th scope="col">{t("scenarios.action.compare")}</th>
                </tr>
              </thead>
              <tbody>
                {scenarios.map(({ id, name, result, createdBy, updatedAt, isBehind, levers }) => (
                  <tr key={id}>
                    <td>
                      <Link to={`/scenarios/${id}`}>{name}</Link>
                    </td>
                    <td className="ink2">
                      {leverKeys
                        .filter((key) => levers[key] !== undefined)
                        .map((key) => t(`scenarios.lever.${key}`))
                        .join(", ")}
                    </td>
                    <td className="n">
                      {writeMoneyWithUnit(format, result.net.base, result.currency, true)}
                      <span className="second">
                        {t("roi.programmes.fromTo", {
                          low: writeMoneyWithUnit(format, result.net.low, result.currency, true),
                          high: writeMoneyWithUnit(format, result.net.high, result.currency, true),
                        })}
                      </span>
                      {isBeforeCosts(result) && (
                        <span className="second">{t("scenarios.compare.beforeCosts")}</span>
                      )}
                    </td>
                    <td className="n">
                      {isBeforeCosts(result)
                        ? "–"
                        : `${format.percent(result.gainProbability, { decimals: 0 })} %`}
                    </td>
                    <td style={{ paddingLeft: 24 }}>{createdBy}</td>
                    <td className="nowrap">
                      {format.date(updatedAt)}
                      {isBehind && (
                        <span className="second">
                          <StateMark tone="warn">{t("scenarios.behind")}</StateMark>
                        </span>
                      )}
                    </td>
                    <td>
                      <input
                        type="checkbox"
                        name="id"
                        value={id}
                        aria-label={t("scenarios.saved.choose", { name })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <p className="row no-print" style={{ marginTop: 12 }}>
            <button type="submit" className="button">
              {t("scenarios.action.compare")}
            </button>
            <span className="sub">{t("scenarios.saved.chooseHint")}</span>
          </p>
        </Form>
      )}
    </section>
  );
}
