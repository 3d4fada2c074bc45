import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Definition } from "~/ui/primitives/definition";

export interface TileInput {
  readonly label: string;
  readonly value: string;
}

interface Props {
  readonly label: string;
  /** Null is "no value": then `reason` says why. */
  readonly value: string | null;
  readonly unit?: string;
  readonly reason?: string;
  readonly note?: ReactNode;
  readonly formula: string;
  readonly inputs: readonly TileInput[];
  readonly asOf: string;
  /** Where the rows behind it stand. */
  readonly rows?: ReactNode;
}

/** One figure of money; its label opens to formula, inputs, as-of date and rows. */
export function MoneyTile({ label, value, unit, reason, note, formula, inputs, asOf, rows }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="tile">
      <Definition name={label}>
        <p>{formula}</p>
        <dl className="key-values">
          {inputs.map((input) => (
            <Pair key={input.label} {...input} />
          ))}
          <Pair label={t("common.asOf")} value={format.date(asOf)} />
        </dl>
        {rows && <p className="small">{rows}</p>}
      </Definition>
      {value === null ? (
        <>
          <div className="value muted">–</div>
          <p className="note">{reason}</p>
        </>
      ) : (
        <>
          <div className="value">
            {value}
            {unit && <small>{unit}</small>}
          </div>
          {note && <p className="note">{note}</p>}
        </>
      )}
    </div>
  );
}

function Pair({ label, value }: TileInput) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
