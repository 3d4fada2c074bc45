import { Form, Link, useNavigate } from "@remix-run/react";
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../primitives/icon";
import { Popover } from "../primitives/popover";
import styles from "./filter-bar.module.css";
import { hrefWith } from "./list-query";

/** A filter in force, with the link that takes it away. */
export interface FilterChip {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly removeHref: string;
}

interface Props {
  readonly params: URLSearchParams;
  readonly searchLabel: string;
  readonly chips: readonly FilterChip[];
  /** Every filter's parameter name: what "Clear" takes away besides the search. */
  readonly filterNames: readonly string[];
  /** Fields of the filter panel: `<Field><select name=…>`. */
  readonly children?: ReactNode;
  /** At the right end: column chooser and the like. */
  readonly end?: ReactNode;
}

const searchPauseMs = 300;

/** Search, filters and what is in force. One GET form, so the URL says it all and it works without JavaScript. */
export function FilterBar({ params, searchLabel, chips, filterNames, children, end }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const query = params.get("q") ?? "";
  useEffect(() => {
    if (search.current && document.activeElement !== search.current) search.current.value = query;
  }, [query]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    clearTimeout(timer.current);
    const typed = new FormData(event.currentTarget);
    const changes: Record<string, string | null> = {};
    for (const name of ["q", ...filterNames]) changes[name] = typedText(typed.get(name));
    void navigate(hrefWith(params, changes), { preventScrollReset: true });
  }
  function searchSoon(text: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (text.trim() !== query) {
        void navigate(hrefWith(params, { q: text.trim() || null }), {
          replace: query !== "",
          preventScrollReset: true,
        });
      }
    }, searchPauseMs);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Enter that ends an input-method composition must not submit; Safari reports it as key code 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) event.preventDefault();
    else if (event.key === "Escape") event.currentTarget.blur();
  }

  const hasFilters = chips.length > 0 || query !== "";
  const cleared = Object.fromEntries(["q", ...filterNames].map((name) => [name, null]));
  return (
    <Form
      method="get"
      role="search"
      aria-label={searchLabel}
      className={`${styles.bar} no-print`}
      onSubmit={onSubmit}
    >
      {[...params].map(([name, value], index) =>
        name === "q" || name === "at" || filterNames.includes(name) ? null : (
          <input key={index} type="hidden" name={name} value={value} />
        ),
      )}
      <span className={styles.search}>
        <Icon name="search" size={14} />
        <input
          ref={search}
          name="q"
          type="search"
          className="input"
          defaultValue={query}
          placeholder={searchLabel}
          aria-label={searchLabel}
          autoComplete="off"
          data-focus-key="/"
          onKeyDown={onKeyDown}
          onChange={(event) => {
            if (!(event.nativeEvent as InputEvent).isComposing) searchSoon(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => searchSoon(event.currentTarget.value)}
        />
      </span>
      {chips.map((chip) => (
        <span key={chip.key} className="chip">
          {chip.label} <b>{chip.value}</b>
          <Link
            to={chip.removeHref}
            preventScrollReset
            className={styles.remove}
            aria-label={t("common.table.removeFilter", { name: chip.label })}
          >
            <Icon name="close" size={12} />
          </Link>
        </span>
      ))}
      {children && (
        <Popover
          summaryClassName={`chip ${styles.add}`}
          summary={
            <>
              <Icon name="plus" size={12} />
              {t("common.action.filter")}
            </>
          }
        >
          <div className={styles.fields}>
            {children}
            <button type="submit" className="button primary">
              {t("common.action.apply")}
            </button>
          </div>
        </Popover>
      )}
      {hasFilters && (
        <Link to={hrefWith(params, cleared)} preventScrollReset className="small">
          {t("common.action.clear")}
        </Link>
      )}
      {end && <span className={styles.end}>{end}</span>}
    </Form>
  );
}

function typedText(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
