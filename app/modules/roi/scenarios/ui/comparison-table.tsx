import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { csvHref } from "~/ui/charts/chart-table";
import { StateMark } from "~/ui/primitives/state-mark";
import { TableFrame } from "~/ui/tables/table-frame";
import { writeMoneyWithUnit } from "../../returns/ui/money-words";
import { leverKeys } from "../levers";
import { isBeforeCosts, type SavedScenario } from "../scenario";

/** Scenarios as columns: what was moved, and what the same draws say of each. */
export function ComparisonTable({ scenarios }: { scenarios: readonly SavedScenario[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const moved = leverKeys.filter((key) => scenarios.some(({ levers }) => levers[key] !== undefined));
  const money = ({ result }: SavedScenario, minor: number) =>
    writeMoneyWithUnit(format, minor, result.currency, true);
  const lever = ({ levers, result }: SavedScenario, key: (typeof leverKeys)[number]) => {
    const now = result.levers.find((outcome) => outcome.key === key)?.now;
    const value = levers[key];
    if (value === undefined) return t("scenarios.compare.unchanged");
    const text = format.number(value, { decimals: Number.isInteger(value) ? 0 : 1 });
    return now === undefined
      ? text
      : `${format.number(now, { decimals: Number.isInteger(now) ? 0 : 1 })} → ${text}`;
  };
  const rows: { name: string; unit?: string; cells: string[]; isStrong?: boolean }[] = [
    ...moved.map((key) => ({
      name: t(`scenarios.lever.${key}`),
      unit: t(`scenarios.unit.${key}`),
      cells: scenarios.map((scenario) => lever(scenario, key)),
    })),
    {
      name: t("scenarios.compare.cost"),
      cells: scenarios.map(({ result }) => writeMoneyWithUnit(format, result.cost.base, result.currency)),
    },
    {
      name: t("scenarios.compare.net"),
      cells: scenarios.map(
        (each) =>
          money(each, each.result.net.base) +
          (isBeforeCosts(each.result) ? ` (${t("scenarios.compare.beforeCosts")})` : ""),
      ),
      isStrong: true,
    },
    { name: t("scenarios.compare.low"), cells: scenarios.map((each) => money(each, each.result.net.low)) },
    { name: t("scenarios.compare.high"), cells: scenarios.map((each) => money(each, each.result.net.high)) },
    {
      name: t("scenarios.compare.chance"),
      cells: scenarios.map(({ result }) =>
        isBeforeCosts(result) ? "–" : `${format.percent(result.gainProbability, { decimals: 0 })} %`,
      ),
    },
    {
      name: t("scenarios.compare.leftOut"),
      cells: scenarios.map((each) => money(each, each.result.leftOut.base)),
    },
  ];
  const file = csvHref({
    columns: [{ label: t("scenarios.compare.row") }, ...scenarios.map(({ name }) => ({ label: name }))],
    rows: rows.map(({ name, cells }) => [name, ...cells]),
  });
  return (
    <>
      <TableFrame label={t("scenarios.compare.title")}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("scenarios.compare.row")}</th>
              {scenarios.map(({ id, name, isBehind }) => (
                <th key={id} scope="col" className="n">
                  <Link to={`/scenarios/${id}`}>{name}</Link>
                  {isBehind && (
                    <span className="unit">
                      <StateMark tone="warn">{t("scenarios.behind")}</StateMark>
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, unit, cells, isStrong }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  {unit && <span className="second">{unit}</span>}
                </th>
                {cells.map((cell, index) => (
                  <td key={scenarios[index]!.id} className={isStrong ? "n strong" : "n"}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="row no-print" style={{ marginTop: 12 }}>
        <a href={file} download="scenarios.csv">
          {t("scenarios.action.csv")}
        </a>
      </p>
    </>
  );
}
