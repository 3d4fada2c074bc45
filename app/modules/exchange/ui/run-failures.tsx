import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Icon } from "~/ui/primitives/icon";
import type { ImportKindName } from "../kinds/kind";
import type { Problem } from "../problem";
import { wordProblem } from "../word-problem";
import styles from "./import.module.css";

interface Props {
  readonly runId: string;
  readonly kind: ImportKindName;
  readonly total: number;
  readonly rows: readonly {
    readonly rowNumber: number;
    readonly cells: readonly string[];
    readonly reasons: readonly Problem[];
  }[];
}

/** The first rows that failed, with every reason in words, and the way to all of them. */
export function RunFailures({ runId, kind, total, rows }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className={styles["failuresHead"]}>
        <div>
          <h2>{t("exchange.run.failures")}</h2>
          <p className="sub">
            {t("exchange.run.failuresText", { shown: format.number(rows.length), count: total })}
          </p>
        </div>
        <a className="button" href={`/import/${runId}/failed.csv`} download>
          <Icon name="download" />
          {t("exchange.run.download")}
        </a>
      </div>
      <div className="table-frame">
        <table className={`data ${styles["failures"]}`}>
          <thead>
            <tr>
              <th className="n">{t("exchange.run.row")}</th>
              <th>{t("exchange.run.reason")}</th>
              <th>{t("exchange.run.cells")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.rowNumber}>
                <td className="n">{format.number(row.rowNumber)}</td>
                <td>
                  <ul className={styles["reasons"]}>
                    {row.reasons.map((reason, index) => (
                      <li key={index}>
                        {wordProblem(t as TFunction, reason, { kind, locale: i18n.language })}
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  <div className={styles["cells"]}>{row.cells.join(" · ").slice(0, 300)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
