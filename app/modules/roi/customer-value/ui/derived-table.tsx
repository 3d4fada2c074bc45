import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { Coverage } from "../read-value-matrix.server";
import { criteria, type ScoreParameters } from "../score-rule";

interface Props {
  readonly coverage: Coverage;
  readonly parameters: ScoreParameters;
  readonly version: number;
  readonly mayChange: boolean;
  readonly asOf: string;
  readonly currency: string;
}

/** Where the points come from, for how many customers, with which weight; and what is derived beside them. */
export function DerivedTable({ coverage, parameters, version, mayChange, asOf, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = (n: number) =>
    coverage.accounts > 0 ? format.percent(n / coverage.accounts, { decimals: 0 }) : "–";
  const derived = [
    { key: "crossSell", n: coverage.crossSell, minor: coverage.crossSellMinor },
    { key: "upSell", n: coverage.upSell, minor: coverage.upSellMinor },
    { key: "creditRisk", n: 0, minor: null },
    { key: "shareOfWallet", n: 0, minor: null },
  ] as const;
  return (
    <>
      <section className="section">
        <div className="section-head">
          <div>
            <h2>{t("money.criteria.title", { version })}</h2>
            <p className="sub">
              {t("money.criteria.subtitle", { a: parameters.cuts.a, b: parameters.cuts.b })}
            </p>
          </div>
          {mayChange && (
            <div className="section-links no-print">
              <Link to="/money/value/rule">{t("money.rule.change")}</Link>
            </div>
          )}
        </div>
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("money.criteria.criterion")}</th>
                <th>{t("money.criteria.axis")}</th>
                <th className="n">{t("money.criteria.weight")}</th>
                <th className="n">
                  {t("money.criteria.measured")}
                  <span className="unit">%</span>
                </th>
                <th>{t("money.statement.how")}</th>
              </tr>
            </thead>
            <tbody>
              {criteria.map(({ id, axis }) => (
                <tr key={id}>
                  <td>{t(`money.criterion.${id}`)}</td>
                  <td>{t(`money.criteria.${axis}`)}</td>
                  <td className="n">{format.number(parameters.weights[id])}</td>
                  <td className="n">{share(coverage.points[id] ?? 0)}</td>
                  <td className="small muted">{t(`money.criterionHow.${id}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="section">
        <div className="section-head">
          <div>
            <h2>{t("money.derived.title")}</h2>
            <p className="sub">{t("money.derived.subtitle", { date: format.date(asOf) })}</p>
          </div>
        </div>
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("money.derived.figure")}</th>
                <th className="n">
                  {t("money.criteria.measured")}
                  <span className="unit">%</span>
                </th>
                <th className="n">
                  {t("money.derived.sum")}
                  <span className="unit">
                    {format.moneyUnit(currency)} {t("common.unit.perYear")}
                  </span>
                </th>
                <th>{t("money.statement.how")}</th>
              </tr>
            </thead>
            <tbody>
              {derived.map(({ key, n, minor }) => (
                <tr key={key}>
                  <td>{t(`money.derived.name.${key}`)}</td>
                  <td className="n">{n > 0 ? share(n) : t("money.derived.notYet")}</td>
                  <td className="n">
                    {n > 0 && minor !== null ? format.compactMoney(minor, currency) : "–"}
                  </td>
                  <td className="small muted">{t(`money.derived.how.${key}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
