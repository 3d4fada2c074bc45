import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { type AssumptionName, turnoverAssumptions } from "~/modules/people/turnover-assumptions";
import { TableFrame } from "~/ui/tables/table-frame";

const shares = new Set<AssumptionName>(["coverShare", "costPerHireShare", "rampStart"]);

/** Everything the estimate takes for granted, with its range and what it rests on. */
export function AssumptionsTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const write = (name: AssumptionName, value: number) =>
    shares.has(name)
      ? `${format.percent(value, { decimals: 0 })} %`
      : format.number(value, { decimals: Number.isInteger(value) ? 0 : 1 });
  const names = Object.keys(turnoverAssumptions) as AssumptionName[];
  return (
    <TableFrame label={t("people.leave.assumptions")}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("people.leave.assumption")}</th>
            {(["low", "base", "high"] as const).map((end) => (
              <th key={end} scope="col" className="n">
                {t(`people.leave.${end}`)}
              </th>
            ))}
            <th scope="col">{t("people.leave.basis")}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const { low, base, high, basis } = turnoverAssumptions[name];
            return (
              <tr key={name}>
                <td>{t(`people.leave.assumptionName.${name}`)}</td>
                <td className="n">{write(name, low)}</td>
                <td className="n strong">{write(name, base)}</td>
                <td className="n">{write(name, high)}</td>
                <td className="muted">{t(`people.leave.basisName.${basis}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}
