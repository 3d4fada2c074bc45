import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StandIns } from "~/modules/access/ui/converted-note";
import type { YearConversions } from "../home/read-year-conversions.server";

/** One quiet line below a page's totals: what other currencies were worth in them, and what could not be converted. */
export function YearRates({ window, reportingCurrency, notes }: YearConversions) {
  const { t } = useTranslation();
  const format = useFormat();
  const converted = notes.filter(({ lowest }) => lowest !== null);
  const leftOut = notes.filter(({ lowest }) => lowest === null);
  const standIns = converted.filter((note) => note.standIns.length > 0);
  if (notes.length === 0) return null;
  const rates = converted.map(({ currency, lowest, highest }) =>
    t("rates.year.rate", {
      currency,
      rate: lowest === highest ? lowest : `${lowest}–${highest}`,
      reporting: reportingCurrency,
    }),
  );
  return (
    <p className="small muted" style={{ marginTop: 4 }}>
      {rates.length > 0 &&
        t("rates.year.line", {
          rates: rates.join(t("rates.note.separator")),
          first: format.month(window.first),
          last: format.month(window.last),
        })}
      {standIns.map((note) => (
        <span key={note.currency}>
          {" "}
          {t("rates.year.of", { currency: note.currency })} <StandIns note={note} />
        </span>
      ))}
      {leftOut.map(({ currency }) => (
        <span key={currency} style={{ color: "var(--warn)" }}>
          {" "}
          {t("rates.note.leftOut", { currency })}
        </span>
      ))}
    </p>
  );
}
