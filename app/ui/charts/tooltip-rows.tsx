import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import styles from "./charts.module.css";

interface Props {
  readonly month: string;
  readonly rows: readonly { key: string; label: string; color: string; text: string | null }[];
  readonly total: string | null;
}

export function TooltipRows({ month, rows, total }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const present = rows.filter((row) => row.text !== null);
  return (
    <>
      <p className="strong">{format.month(month)}</p>
      {present.length === 0 && <p>{t("common.noValue.no_data")}</p>}
      {present.map((row) => (
        <p key={row.key} className={styles.tooltipRow}>
          <span className={styles.swatch} style={{ background: row.color }} />
          <span>{row.label}</span>
          <span className={styles.tooltipValue}>{row.text}</span>
        </p>
      ))}
      {total !== null && (
        <p className={styles.tooltipRow}>
          <span className={styles.swatch} />
          <span className="strong">{t("charts.total")}</span>
          <span className={`${styles.tooltipValue} strong`}>{total}</span>
        </p>
      )}
    </>
  );
}
