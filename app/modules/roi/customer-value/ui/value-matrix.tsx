import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { MatrixCell } from "../read-value-matrix.server";
import { valueClasses } from "../score-rule";
import styles from "./value-matrix.module.css";

interface Props {
  readonly cells: readonly MatrixCell[];
  readonly chosen: { readonly current: string | null; readonly potential: string | null };
  readonly currency: string;
}

/** Value today down, potential across: how many, what they are worth, and the way to them. */
export function ValueMatrix({ cells, chosen, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = cells.reduce((sum, cell) => sum + cell.accounts, 0);
  const unit = format.moneyUnit(currency);
  const unmeasured = cells
    .filter((cell) => cell.current === null || cell.potential === null)
    .reduce((sum, cell) => sum + cell.accounts, 0);
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("money.matrix.title")}</h2>
          <p className="sub">{t("money.matrix.subtitle", { unit })}</p>
        </div>
      </div>
      <div className="table-frame">
        <table className={styles.matrix}>
          <thead>
            <tr>
              <td />
              {valueClasses.map((potential) => (
                <th key={potential} scope="col">
                  {t(`money.matrix.potential.${potential}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {valueClasses.map((current) => (
              <tr key={current}>
                <th scope="row">{t(`money.matrix.current.${current}`)}</th>
                {valueClasses.map((potential) => {
                  const cell = cells.find((each) => each.current === current && each.potential === potential);
                  const isChosen = chosen.current === current && chosen.potential === potential;
                  return (
                    <td
                      key={potential}
                      style={{
                        background: `color-mix(in srgb, var(--cus-4) ${Math.round((100 * (cell?.accounts ?? 0)) / Math.max(1, all / 4))}%, transparent)`,
                      }}
                      data-chosen={isChosen}
                    >
                      {cell ? (
                        <Link
                          to={isChosen ? "?" : `?current=${current}&potential=${potential}`}
                          preventScrollReset
                          aria-current={isChosen ? "true" : undefined}
                        >
                          <b>{format.number(cell.accounts)}</b>
                          <span>
                            {t("money.matrix.money", {
                              revenue: format.compactMoney(cell.revenueMinor, currency),
                              clv: format.compactMoney(cell.clvMinor, currency),
                            })}
                          </span>
                        </Link>
                      ) : (
                        <span className="muted">0</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unmeasured > 0 && (
        <p className="small muted" style={{ marginTop: 8 }}>
          <Link to="?potential=none" preventScrollReset>
            {t("money.matrix.unmeasured", { count: unmeasured, n: format.number(unmeasured) })}
          </Link>
        </p>
      )}
    </section>
  );
}
