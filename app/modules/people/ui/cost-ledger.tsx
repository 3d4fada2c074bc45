import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import { type CostCategory, costCategories } from "../cost-entry";
import type { ShownCosts, ShownLine } from "./shown-costs";

interface Props {
  readonly costs: ShownCosts;
  readonly category: CostCategory | null;
  readonly isWholeLedger: boolean;
  readonly exportHref: string;
}

/** Every dated entry, newest first, narrowed by links that live in the URL. */
export function CostLedger({ costs, category, isWholeLedger, exportHref }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lines, currency } = costs;
  const hrefTo = (next: { category: CostCategory | null; isWhole: boolean }) => {
    const search = new URLSearchParams();
    if (next.category) search.set("category", next.category);
    if (next.isWhole) search.set("period", "all");
    return `?${search.toString()}#ledger`;
  };
  const chip = (to: string, isCurrent: boolean, word: string) => (
    <Link key={to} className="chip" to={to} aria-current={isCurrent} preventScrollReset>
      {word}
    </Link>
  );
  const needsConversion = lines.some((line) => line.currency !== currency);
  const total = lines.reduce((sum, line) => sum + BigInt(line.reportingMinor ?? 0), 0n);
  return (
    <section className="section" id="ledger">
      <div className="section-head">
        <div>
          <h2>{t("people.costs.ledger")}</h2>
          <p className="sub">{t("people.costs.ledgerNote")}</p>
        </div>
        <div className="section-links no-print">
          <a href={exportHref} download>
            {t("people.costs.exportLedger")}
          </a>
        </div>
      </div>
      <p className="row no-print" style={{ marginBottom: 8 }}>
        {chip(
          hrefTo({ category: null, isWhole: isWholeLedger }),
          category === null,
          t("people.costs.allCategories"),
        )}
        {costCategories.map((one) =>
          chip(
            hrefTo({ category: one, isWhole: isWholeLedger }),
            category === one,
            t(`people.costs.name.${one}`),
          ),
        )}
      </p>
      <p className="row no-print" style={{ marginBottom: 12 }}>
        {chip(hrefTo({ category, isWhole: false }), !isWholeLedger, t("people.costs.months24"))}
        {chip(
          hrefTo({ category, isWhole: true }),
          isWholeLedger,
          t("people.costs.all", { count: costs.linesInAll }),
        )}
      </p>
      {lines.length === 0 ? (
        <p className="sub">{t("people.costs.noneInFilter")}</p>
      ) : (
        <TableFrame label={t("people.costs.ledger")}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t("people.costs.date")}</th>
                <th scope="col">{t("people.costs.category")}</th>
                <th scope="col">{t("people.costs.what")}</th>
                <th scope="col" className="wide-only">
                  {t("people.costs.source")}
                </th>
                <th scope="col" className="n">
                  {t("people.costs.amount")}
                </th>
                {needsConversion && (
                  <th scope="col" className="n">
                    {t("people.costs.converted", { currency })}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td className="nowrap">{format.date(line.incurredOn)}</td>
                  <td className="nowrap">{t(`people.costs.name.${line.category}`)}</td>
                  <td>{whatOf(line, t("people.costs.contract"))}</td>
                  <td className="muted wide-only">{t(`people.costs.sourceOf.${sourceOf(line)}`)}</td>
                  <td className="n">
                    {format.money(line.amountMinor, line.currency)}{" "}
                    <span className="muted small">{line.currency}</span>
                  </td>
                  {needsConversion && (
                    <td className="n">
                      {line.reportingMinor === null ? (
                        <span className="muted small">{t("people.costs.noRate")}</span>
                      ) : (
                        format.money(line.reportingMinor, currency)
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td colSpan={3}>{t("people.costs.shown", { count: lines.length })}</td>
                <td className="wide-only" />
                {needsConversion && <td />}
                <td className="n">
                  {format.money(total, currency)} <span className="muted small">{currency}</span>
                </td>
              </tr>
            </tfoot>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

function whatOf(line: ShownLine, contractWord: string): string {
  if (line.source === "contract") return contractWord;
  return [line.kind, line.note].filter(Boolean).join(": ") || "–";
}

function sourceOf(line: ShownLine): "entry" | "imported" | "training" | "contract" {
  return line.source === "entry" && line.isImported ? "imported" : line.source;
}
