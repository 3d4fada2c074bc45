import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { Figure, SatisfactionFigures } from "../satisfaction-figures";

/** CSAT, NPS and CES with n and interval; each opens to its formula and the counts in it. */
export function SatisfactionSummary({ figures }: { figures: SatisfactionFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { csat, nps, ces, csatMean, cesMean } = figures;
  const percent = (share: number | null) => format.percent(share, { decimals: 0 });
  const points = (score: number | null) => format.number(score, { signed: true });
  return (
    <div className="tiles">
      <Tile
        label={t("customers.satisfaction.csat")}
        unit={t("customers.satisfaction.csatUnit")}
        figure={csat}
        write={percent}
      >
        {t("customers.satisfaction.csatFormula", {
          ...csat.parts,
          mean: format.number(csatMean, { decimals: 2 }),
        })}
      </Tile>
      <Tile
        label={t("customers.satisfaction.nps")}
        unit={t("customers.satisfaction.npsUnit")}
        figure={nps}
        write={points}
      >
        {t("customers.satisfaction.npsFormula", {
          ...nps.parts,
          n: nps.n,
          method: t(
            nps.method === "adjusted-wald"
              ? "customers.satisfaction.adjusted"
              : "customers.satisfaction.trinomial",
          ),
        })}
      </Tile>
      <Tile
        label={t("customers.satisfaction.ces")}
        unit={t("customers.satisfaction.cesUnit")}
        figure={ces}
        write={percent}
      >
        {t("customers.satisfaction.cesFormula", {
          ...ces.parts,
          mean: format.number(cesMean, { decimals: 2 }),
        })}
      </Tile>
    </div>
  );
}

interface TileProps {
  readonly label: string;
  readonly unit: string;
  readonly figure: Figure;
  readonly write: (value: number | null) => string;
  readonly children: ReactNode;
}

function Tile({ label, unit, figure, write, children }: TileProps) {
  const { t } = useTranslation();
  return (
    <div className="tile">
      <p className="label">{label}</p>
      <p className="value">
        {write(figure.value)} <small>{unit}</small>
      </p>
      <p className="note">
        {figure.value === null
          ? t("customers.satisfaction.noAnswers")
          : t("customers.satisfaction.interval", {
              low: write(figure.lower),
              high: write(figure.upper),
              n: figure.n,
            })}
      </p>
      {figure.value !== null && (
        <details className="note">
          <summary>{t("common.definition.open")}</summary>
          <p>{children}</p>
        </details>
      )}
    </div>
  );
}
