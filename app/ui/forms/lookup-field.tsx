import { forwardRef, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field, type FieldProblem } from "./field";
import styles from "./lookup-field.module.css";

/** What `/lookup/employees` and `/lookup/accounts` answer. */
export interface LookupMatch {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Job and unit, or place and owner. */
  readonly detail: string | null;
}

type InputProps = Omit<React.ComponentPropsWithoutRef<"input">, "type" | "role" | "list">;

interface Props extends InputProps {
  readonly source: "employees" | "accounts";
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly problem?: FieldProblem | undefined;
  /** Extra parameters of the lookup, for example `{ status: "active" }`. */
  readonly filter?: Readonly<Record<string, string>>;
  readonly onPick?: (match: LookupMatch) => void;
}

/**
 * A person or an account, picked by typing a number or a name. What is sent is the number in a plain text field, so it
 * works without JavaScript too. Takes `register(name)` of react-hook-form.
 */
export const LookupField = forwardRef<HTMLInputElement, Props>(function LookupField(
  { label, hint, isOptional, problem, ...input },
  ref,
) {
  const field = { label, ...(hint && { hint }), ...(isOptional && { isOptional }), problem };
  return (
    <Field {...field}>
      <LookupInput ref={ref} {...input} />
    </Field>
  );
});

type LookupInputProps = Omit<Props, "label" | "hint" | "isOptional" | "problem">;

const LookupInput = forwardRef<HTMLInputElement, LookupInputProps>(function LookupInput(
  { source, filter, onPick, onChange, onBlur, ...input },
  ref,
) {
  const { t } = useTranslation();
  const own = useRef<HTMLInputElement | null>(null);
  const listId = useId();
  const [query, setQuery] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [picked, setPicked] = useState<LookupMatch | null>(null);
  const { matches, isLoading } = useMatches(source, isOpen ? query : "", filter);

  function type(text: string) {
    setQuery(text.trim());
    setIsOpen(text.trim() !== "");
    setActive(-1);
    if (picked && picked.number !== text.trim()) setPicked(null);
  }
  function pick(match: LookupMatch) {
    const element = own.current;
    if (element) {
      // React watches the value through its own setter; the native one and an event tell it and the form library alike.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(element, match.number);
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }
    setPicked(match);
    setIsOpen(false);
    setActive(-1);
    onPick?.(match);
  }
  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) {
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    if (!isOpen || matches.length === 0) return;
    if (event.key === "ArrowDown") setActive((active + 1) % matches.length);
    else if (event.key === "ArrowUp") setActive((active - 1 + matches.length) % matches.length);
    else if (event.key === "Escape") setIsOpen(false);
    else if (event.key === "Enter" && matches[active]) pick(matches[active]);
    else return;
    event.preventDefault();
  }

  const isShown = isOpen && query !== "";
  return (
    <div className={styles.lookup}>
      <input
        {...input}
        ref={(element) => {
          own.current = element;
          if (typeof ref === "function") ref(element);
          else if (ref) ref.current = element;
        }}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        onChange={(event) => {
          type(event.currentTarget.value);
          onChange?.(event);
        }}
        onBlur={(event) => {
          setIsOpen(false);
          onBlur?.(event);
        }}
        onKeyDown={onKeyDown}
      />
      {picked && (
        <p className="small muted">
          {picked.name}
          {picked.detail && ` · ${picked.detail}`}
        </p>
      )}
      <div
        id={listId}
        role="listbox"
        aria-label={t("common.action.search")}
        className={styles.list}
        hidden={!isShown}
      >
        {matches.map((match, index) => (
          <Option
            key={match.id}
            id={`${listId}-${index}`}
            isActive={index === active}
            onPick={() => pick(match)}
          >
            <span className={styles.name}>{match.name}</span>{" "}
            <span className="muted small">{match.number}</span>
            {match.detail && <span className="muted small"> · {match.detail}</span>}
          </Option>
        ))}
        {matches.length === 0 && (
          <div className={`${styles.note} muted small`} role="presentation">
            {isLoading ? "…" : t("common.table.empty")}
          </div>
        )}
      </div>
    </div>
  );
});

interface OptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

function Option({ id, isActive, onPick, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the text field, which names the active option
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text field
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      // Before the click the field would lose its focus and close the list.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}

const pauseMs = 150;

function useMatches(source: string, query: string, filter: Readonly<Record<string, string>> | undefined) {
  const [found, setFound] = useState<{ query: string; matches: readonly LookupMatch[] }>({
    query: "",
    matches: [],
  });
  const extra = new URLSearchParams(filter).toString();
  useEffect(() => {
    if (query === "") return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const search = new URLSearchParams(extra);
      search.set("q", query);
      fetch(`/lookup/${source}?${search.toString()}`, {
        signal: controller.signal,
        headers: { Accept: "application/json" },
      })
        .then(async (response) => {
          const isJson = response.headers.get("Content-Type")?.includes("json") === true;
          const matches = response.ok && isJson ? ((await response.json()) as LookupMatch[]) : [];
          setFound({ query, matches });
        })
        .catch(() => {
          // A suggestion that does not come is no harm: the number can be typed.
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [source, query, extra]);
  return { matches: query === "" ? [] : found.matches, isLoading: found.query !== query };
}
