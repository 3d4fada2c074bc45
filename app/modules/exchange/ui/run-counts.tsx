import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

export interface RunCounts {
  readonly readRows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** Five figures that add up: read = created + updated + unchanged + failed. */
export function RunCountTiles({ counts, isWritten }: { counts: RunCounts; isWritten: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tiles = [
    [t("exchange.run.read"), counts.readRows],
    [isWritten ? t("exchange.runs.created") : t("exchange.run.willCreate"), counts.created],
    [isWritten ? t("exchange.runs.updated") : t("exchange.run.willUpdate"), counts.updated],
    [t("exchange.run.unchanged"), counts.unchanged],
    [t("exchange.run.failed"), counts.failed],
  ] as const;
  return (
    <div className="tiles">
      {tiles.map(([label, value]) => (
        <div className="tile" key={label}>
          <span className="label">{label}</span>
          <span className="value">{format.number(value)}</span>
        </div>
      ))}
    </div>
  );
}
