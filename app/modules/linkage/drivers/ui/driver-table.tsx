import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import { type DriverEffect, isRefusedEffect, type RefusedEffect } from "../result";
import { decimalsOf } from "./effect-decimals";
import { useEffectWords } from "./effect-words";
import { GradeBadge } from "./grade-badge";
import { pText } from "./p-text";

interface Props {
  readonly effects: readonly (DriverEffect | RefusedEffect)[];
  readonly search: string;
}

const numbers = [
  "estimate",
  "lower",
  "upper",
  "p",
  "q",
  "n",
  "accounts",
  "employees",
  "clusters",
  "detectable",
] as const;

/** The forest's rows as figures. */
export function DriverTable({ effects, search }: Props) {
  const { t } = useTranslation();
  const words = useEffectWords();
  return (
    <TableFrame label={t("drivers.title")}>
      <table className="data" aria-label={t("drivers.title")}>
        <thead>
          <tr>
            <th scope="col">{t("drivers.table.factor")}</th>
            <th scope="col">{t("drivers.table.outcome")}</th>
            {numbers.map((name) => (
              <th key={name} scope="col" className="n">
                {t(`drivers.table.${name}`)}
              </th>
            ))}
            <th scope="col">{t("drivers.table.grade")}</th>
            <th scope="col">{t("drivers.table.verdict")}</th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr key={effect.key}>
              <td>
                <Link to={`/drivers/${effect.key}${search}`} preventScrollReset>
                  {words.name(effect.exposure)}
                </Link>
                <span className="second">
                  {[
                    isRefusedEffect(effect) ? "" : words.step(effect.exposure, effect.per),
                    words.analysis(effect.spec),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </td>
              <td>
                {t(`drivers.outcome.${effect.outcome}`)}
                <span className="second">{t(`drivers.unitOf.${effect.outcome}`)}</span>
              </td>
              {isRefusedEffect(effect) ? (
                <td colSpan={numbers.length + 2}>{t(`drivers.refused.${effect.refused.code}`)}</td>
              ) : (
                <Figures effect={effect} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Figures({ effect }: { effect: DriverEffect }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEffectWords();
  const { outcome, verdict } = effect;
  const decimals = decimalsOf(outcome, [effect.lower, effect.upper]);
  const isSure = verdict !== "side_by_side";
  const cells: Readonly<Record<(typeof numbers)[number], string>> = {
    estimate: words.signed(effect.estimate, decimals),
    lower: isSure ? words.signed(effect.lower, decimals) : "–",
    upper: isSure ? words.signed(effect.upper, decimals) : "–",
    p: pText(format, effect.p),
    q: effect.q === null ? "–" : pText(format, effect.q),
    n: format.number(effect.n),
    accounts: effect.accounts > 0 ? format.number(effect.accounts) : "–",
    employees: format.number(effect.employees),
    clusters: format.number(effect.clusters),
    detectable: format.number(effect.minimumDetectable, {
      decimals: decimalsOf(outcome, [effect.minimumDetectable ?? 0]),
    }),
  };
  return (
    <>
      {numbers.map((name) => (
        <td key={name} className="n">
          {cells[name]}
        </td>
      ))}
      <td>
        <GradeBadge grade={effect.grade} />
      </td>
      <td className="nowrap">{t(`drivers.verdict.${verdict}`)}</td>
    </>
  );
}
