import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ConversionNote } from "../conversion-notes";

/** Beside a total: at which rate what was in another currency went into it, and what could not. */
export function ConvertedNote({ notes }: { notes: readonly ConversionNote[] }) {
  const { t } = useTranslation();
  return notes.map((note) =>
    note.lowest === null ? (
      <p key={note.currency} className="small" style={{ color: "var(--warn)" }}>
        {t("rates.note.leftOut", { currency: note.currency })}
      </p>
    ) : (
      <p key={note.currency} className="small muted">
        <Rate note={note} />
        {note.standIns.length > 0 && (
          <>
            {" "}
            <StandIns note={note} />
          </>
        )}
      </p>
    ),
  );
}

function Rate({ note: { currency, lowest, highest, firstMonth, lastMonth } }: { note: ConversionNote }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lowest === highest && firstMonth === lastMonth)
    return t("rates.note.one", { currency, rate: lowest, month: format.month(firstMonth) });
  return t("rates.note.several", {
    currency,
    rate: lowest === highest ? lowest : `${lowest}–${highest}`,
    first: format.month(firstMonth),
    last: format.month(lastMonth),
  });
}

const namedStandIns = 3;

export function StandIns({ note: { standIns } }: { note: ConversionNote }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = standIns
    .slice(0, namedStandIns)
    .map(({ month, by }) => t("rates.note.standIn", { month: format.month(month), by: format.month(by) }));
  const rest = standIns.length - named.length;
  return (
    <span style={{ color: "var(--warn)" }}>
      {named.join(t("rates.note.separator"))}
      {rest > 0 && t("rates.note.more", { count: rest })}
      {t("rates.note.end")}
    </span>
  );
}
