import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { Figure } from "../figure";
import type { Window } from "../window";
import styles from "./figure-tiles.module.css";
import { NumberTile } from "./number-tile";

interface Props {
  readonly figures: readonly Figure[];
  readonly window: Window;
  readonly asOf: string;
  readonly currency: string;
}

export function FigureTiles({ figures, window, asOf, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = t("home.fromTo", { from: format.month(window.first), to: format.month(window.last) });
  return (
    <>
      <div className={`tiles ${styles.tiles}`} data-columns={figures.length === 5 ? 5 : 4}>
        {figures.map((figure) => (
          <NumberTile key={figure.id} figure={figure} currency={currency} period={period} asOf={asOf} />
        ))}
      </div>
      <p className="small muted" style={{ marginTop: 8 }}>
        {t("home.tilesNote", { period })}
      </p>
    </>
  );
}
