import { useTranslation } from "react-i18next";
import { ChartFrame } from "~/ui/charts/chart-frame";
import { StateMark } from "~/ui/primitives/state-mark";
import { TableFrame } from "~/ui/tables/table-frame";
import type { PreparedContrast } from "../prepare-contrasts";
import styles from "./studies.module.css";
import { useFactorWords } from "./use-factor-words";

/** What the worst handovers had that the best had not: side by side, with the interval of the difference. */
export function ContrastsSection({ contrasts }: { contrasts: readonly PreparedContrast[] }) {
  const { t } = useTranslation();
  const words = useFactorWords();
  const title = t("studies.handovers.contrasts.title");
  const clear = contrasts.filter((contrast) => contrast.isClear);
  return (
    <section className="section">
      <ChartFrame
        name="contrasts"
        title={title}
        subtitle={t("studies.handovers.contrasts.subtitle")}
        csvName="handovers-worst-and-best"
        table={{
          columns: [
            { label: t("studies.handovers.contrasts.factor") },
            { label: t("studies.handovers.contrasts.unit") },
            { label: t("studies.handovers.contrasts.worst"), format: words.plain },
            { label: t("studies.handovers.contrasts.best"), format: words.plain },
            { label: t("studies.handovers.contrasts.difference"), format: words.plain },
            { label: t("studies.lower"), format: words.plain },
            { label: t("studies.upper"), format: words.plain },
            { label: t("studies.handovers.contrasts.nWorst") },
            { label: t("studies.handovers.contrasts.nBest") },
          ],
          rows: contrasts.map(({ factor, unit, worst, best, difference, nWorst, nBest }) => [
            words.factor(factor),
            words.unit(unit),
            worst,
            best,
            difference.estimate,
            difference.lower,
            difference.upper,
            nWorst,
            nBest,
          ]),
        }}
        empty={
          contrasts.length === 0 ? <p className="sub">{t("studies.handovers.contrasts.none")}</p> : undefined
        }
      >
        <p className={styles.lead}>
          {clear.length === 0
            ? t("studies.handovers.contrasts.sentenceNone", { all: contrasts.length })
            : t("studies.handovers.contrasts.sentence", {
                count: clear.length,
                all: contrasts.length,
                list: words.list(clear.map(({ factor }) => words.inSentence(words.factor(factor)))),
              })}
        </p>
        <TableFrame label={title}>
          <table className={`data ${styles.contrasts}`}>
            <thead>
              <tr>
                <th scope="col">{t("studies.handovers.contrasts.factor")}</th>
                <th scope="col" className="n">
                  {t("studies.handovers.contrasts.worst")}
                </th>
                <th scope="col" className="n">
                  {t("studies.handovers.contrasts.best")}
                </th>
                <th scope="col" className="n">
                  {t("studies.handovers.contrasts.difference")}
                  <span className="unit">{t("studies.interval95")}</span>
                </th>
                <th scope="col">{t("studies.handovers.contrasts.says")}</th>
                <th scope="col" className="n">
                  {t("studies.handovers.contrasts.n")}
                </th>
              </tr>
            </thead>
            <tbody>
              {contrasts.map((contrast) => (
                <ContrastRow key={contrast.factor} contrast={contrast} words={words} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      </ChartFrame>
    </section>
  );
}

interface RowProps {
  readonly contrast: PreparedContrast;
  readonly words: ReturnType<typeof useFactorWords>;
}

function ContrastRow({ contrast, words }: RowProps) {
  const { t } = useTranslation();
  const { factor, unit, worst, best, difference, isClear, nWorst, nBest } = contrast;
  return (
    <tr>
      <td>
        <span className="strong">{words.factor(factor)}</span>
        <span className="second">{words.unit(unit)}</span>
      </td>
      <td className="n">{words.value(worst, unit)}</td>
      <td className="n">{words.value(best, unit)}</td>
      <td className="n">
        <span className={isClear ? "strong" : undefined}>{words.signed(difference.estimate, unit)}</span>{" "}
        <span className={styles.intervalText}>
          {t("studies.intervalOf", {
            low: words.signed(difference.lower, unit),
            high: words.signed(difference.upper, unit),
          })}
        </span>
      </td>
      <td>
        {isClear ? (
          <span className="strong">{t("studies.handovers.contrasts.clear")}</span>
        ) : (
          <StateMark tone="neutral">
            <span className="muted">{t("studies.handovers.contrasts.unclear")}</span>
          </StateMark>
        )}
      </td>
      <td className="n">{t("studies.handovers.contrasts.nBoth", { worst: nWorst, best: nBest })}</td>
    </tr>
  );
}
