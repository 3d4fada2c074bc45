import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { ChartFrame } from "~/ui/charts/chart-frame";
import type { EffectCatalogue } from "../effect-catalogue";
import type { ProgrammeReturn } from "../simulate-programmes";
import { useInputName } from "./input-name";
import { writeMoney } from "./money-words";
import styles from "./returns.module.css";

interface Props {
  readonly result: ProgrammeReturn;
  readonly catalogue: EffectCatalogue;
  readonly currency: string;
}

/** Which input moves the net most: one bar an input, its worse end light, its better end dark. */
export function TornadoChart({ result, catalogue, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useInputName(catalogue);
  const unit = format.moneyUnit(currency);
  const write = (minor: number) => writeMoney(format, minor, currency, true);
  const base = result.net.base;
  const swings = result.tornado.map((swing) => ({
    input: swing.input,
    worse: Math.min(swing.netAtLow, swing.netAtHigh) - base,
    better: Math.max(swing.netAtLow, swing.netAtHigh) - base,
  }));
  const left = Math.min(0, ...swings.map(({ worse }) => worse));
  const right = Math.max(0, ...swings.map(({ better }) => better));
  const share = (change: number) => (100 * (change - left)) / (right - left || 1);
  const percent = (value: number) => `${value.toFixed(2)}%`;
  return (
    <ChartFrame
      name="tornado"
      title={t("roi.tornado.title")}
      subtitle={t("roi.tornado.subtitle", { unit })}
      table={{
        columns: [
          { label: t("roi.tornado.input") },
          { label: `${t("roi.tornado.atWorse")}, ${unit}`, format: write },
          { label: `${t("roi.tornado.atBetter")}, ${unit}`, format: write },
        ],
        rows: swings.map((swing) => [
          nameOf(swing.input),
          Math.round(base + swing.worse),
          Math.round(base + swing.better),
        ]),
      }}
      csvName="what-moves-the-net"
      empty={swings.length === 0 ? <p className="sub">{t("roi.tornado.none")}</p> : undefined}
    >
      <div aria-hidden="true">
        <p className={styles.ends}>
          <span>{t("roi.tornado.worse")}</span>
          <span>{t("roi.tornado.better")}</span>
        </p>
        <div className={styles.tornado}>
          {swings.map((swing) => (
            <div key={swing.input} className={styles.swing}>
              <span className={styles.swingName}>{nameOf(swing.input)}</span>
              <div className={styles.swingTrack}>
                <i
                  className={styles.worse}
                  style={{ left: percent(share(swing.worse)), right: percent(100 - share(0)) }}
                />
                <i
                  className={styles.better}
                  style={{ left: percent(share(0)), right: percent(100 - share(swing.better)) }}
                />
                <span className={styles.axisLine} style={{ left: percent(share(0)) }} />
                <span
                  className={styles.swingEnd}
                  style={{ right: `calc(${percent(100 - share(swing.worse))} + 6px)` }}
                >
                  {write(swing.worse)}
                </span>
                <span
                  className={styles.swingEnd}
                  style={{ left: `calc(${percent(share(swing.better))} + 6px)` }}
                >
                  {write(swing.better)}
                </span>
              </div>
            </div>
          ))}
        </div>
        <p className={styles.baseWord}>{t("roi.tornado.base", { net: write(base) })}</p>
      </div>
    </ChartFrame>
  );
}
