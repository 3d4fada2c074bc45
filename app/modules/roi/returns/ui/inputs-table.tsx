import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import { inputKeys } from "../company-inputs";
import type { EffectCatalogue } from "../effect-catalogue";
import type { ShownInput } from "../programme-inputs";
import type { FigureData } from "./figure-page";
import { useInputName } from "./input-name";

interface Props {
  readonly inputs: readonly ShownInput[];
  readonly catalogue: EffectCatalogue;
  readonly page: FigureData["page"];
  readonly margin: FigureData["margin"];
}

const moneyInputs: readonly string[] = [inputKeys.margin, inputKeys.departureCost];

/** What goes into the formula: estimate, range, and where it is from; an effect opens to its full result. */
export function InputsTable({ inputs, catalogue, page, margin }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useInputName(catalogue);
  const effects = new Map(catalogue.effects.map((effect) => [effect.key, effect]));
  const writer = (key: string) => {
    if (moneyInputs.includes(key))
      return (value: number) => `${format.money(Math.round(value), page.currency)} ${page.currency}`;
    if (effects.has(key)) return (value: number) => format.number(value, { decimals: 5 });
    return (value: number) => `${format.percent(value, { decimals: 3 })} %`;
  };
  const sourceOf = (key: string) => {
    const effect = effects.get(key);
    if (effect) return t("roi.figure.sourceDriver", { n: format.number(effect.n) });
    if (key === inputKeys.departureCost) return t("roi.figure.sourceAssumption");
    return t("roi.figure.sourceLedger", {
      from: format.month(page.window.first),
      to: format.month(page.window.last),
    });
  };
  return (
    <section className="section">
      <h2>{t("roi.figure.inputs")}</h2>
      <TableFrame label={t("roi.figure.inputs")}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("roi.tornado.input")}</th>
              <th scope="col" className="n">
                {t("roi.figure.estimate")}
              </th>
              <th scope="col" className="n">
                {t("roi.figure.low")}
              </th>
              <th scope="col" className="n">
                {t("roi.figure.high")}
              </th>
              <th scope="col" style={{ paddingLeft: 24 }}>
                {t("roi.figure.source")}
              </th>
            </tr>
          </thead>
          <tbody>
            {inputs.map(({ key, estimate, low, high }) => {
              const write = writer(key);
              return (
                <tr key={key}>
                  <td>
                    {effects.has(key) ? <Link to={`/drivers/${key}`}>{nameOf(key)}</Link> : nameOf(key)}
                  </td>
                  <td className="n">{write(estimate)}</td>
                  <td className="n">{write(low)}</td>
                  <td className="n">{write(high)}</td>
                  <td className="muted" style={{ paddingLeft: 24 }}>
                    {sourceOf(key)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
      {inputs.some(({ key }) => key === inputKeys.margin) && (
        <WhichMargin margin={margin} currency={page.currency} />
      )}
    </section>
  );
}

/** The margin that counts is before allocation: the way to the other stands beside it. */
function WhichMargin({ margin, currency }: { margin: Props["margin"]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => `${format.money(minor, currency)} ${currency}`;
  const { revenueMinor, costOfGoodsMinor, accountMonths, costToServeMinor } = margin;
  return (
    <p className="sub" style={{ marginTop: 8, maxWidth: 820 }}>
      {t("roi.figure.margin", {
        revenue: money(revenueMinor),
        goods: money(costOfGoodsMinor),
        gross: money(revenueMinor - costOfGoodsMinor),
        n: format.number(accountMonths),
      })}{" "}
      {costToServeMinor !== null &&
        accountMonths > 0 &&
        t("roi.figure.marginAfter", {
          after: money(Math.round((revenueMinor - costOfGoodsMinor - costToServeMinor) / accountMonths)),
        })}{" "}
      <Link to="/money/profitability">{t("roi.figure.marginLink")}</Link>
    </p>
  );
}
