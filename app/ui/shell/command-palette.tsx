import { useNavigate } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../primitives/icon";
import styles from "./command-palette.module.css";
import type { NavigationItem } from "./navigation";
import { type PaletteEntry, usePaletteEntries } from "./use-palette-entries";

/** Ctrl+K or ⌘K: go to a page, an account or a person by typing. A dialog of the browser's own, so that focus stays in it. */
export function CommandPalette({ items }: { items: readonly NavigationItem[] }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const listId = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const entries = usePaletteEntries(items, query);

  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent) {
      if (event.isComposing || event.altKey || event.shiftKey) return;
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      if (dialog.current?.open) dialog.current.close();
      else if (!document.querySelector("dialog[open]")) dialog.current?.showModal();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  function go(entry: PaletteEntry) {
    dialog.current?.close();
    void navigate(entry.to);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Enter that ends an input-method composition chooses a word. 229: Safari's way to say so.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const entry = entries[active];
    if (event.key === "ArrowDown") setActive((active + 1) % Math.max(1, entries.length));
    else if (event.key === "ArrowUp") setActive((active - 1 + entries.length) % Math.max(1, entries.length));
    else if (event.key === "Enter" && entry) go(entry);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is the one beside it
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t("common.palette.title")}
      onClose={() => {
        setQuery("");
        setActive(0);
        if (field.current) field.current.value = "";
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className={styles.body}>
        <div className={styles.field}>
          <Icon name="search" size={14} />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={entries[active] ? `${listId}-${active}` : undefined}
            aria-label={t("common.palette.title")}
            placeholder={t("common.palette.placeholder")}
            autoComplete="off"
            onChange={(event) => {
              setQuery(event.currentTarget.value.trim());
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <kbd>Esc</kbd>
        </div>
        <div id={listId} role="listbox" aria-label={t("common.palette.title")} className={styles.list}>
          {entries.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the text field, which names the active option
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text field
            <div
              key={entry.to}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={styles.entry}
              onPointerMove={() => setActive(index)}
              onClick={() => go(entry)}
            >
              <Icon name={entry.icon} size={14} />
              <span>{entry.name}</span>
              {entry.detail && <span className="muted small">{entry.detail}</span>}
            </div>
          ))}
          {entries.length === 0 && <p className="muted small">{t("common.palette.nothing")}</p>}
        </div>
      </div>
    </dialog>
  );
}
