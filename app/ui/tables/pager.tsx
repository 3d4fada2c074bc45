import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { hrefWith } from "./list-query";
import styles from "./pager.module.css";

interface Props {
  readonly params: URLSearchParams;
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
}

/** Rows on this page, what the keys do, and the way on. There is no page number: the list is walked by key. */
export function Pager({ params, count, next, previous }: Props) {
  const { t } = useTranslation();
  return (
    <div className={`${styles.pager} small muted no-print`}>
      <span className={`${styles.keys} wide-only`}>
        <span>
          <kbd>j</kbd> <kbd>k</kbd> {t("common.table.moveHint")}
        </span>
        <span>
          <kbd>Enter</kbd> {t("common.table.openHint")}
        </span>
        <span>
          <kbd>/</kbd> {t("common.table.searchHint")}
        </span>
      </span>
      <span className={styles.count}>{t("common.table.rows", { count })}</span>
      {previous && (
        <Link className="button small" to={hrefWith(params, { at: previous })} rel="prev">
          {t("common.action.previous")} <kbd className="wide-only">p</kbd>
        </Link>
      )}
      {next && (
        <Link className="button small" to={hrefWith(params, { at: next })} rel="next">
          {t("common.action.next")} <kbd className="wide-only">n</kbd>
        </Link>
      )}
    </div>
  );
}
