import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../primitives/icon";
import styles from "./command-palette.module.css";
import { isTyping } from "./use-shortcuts";

const shortcuts = [
  { keys: ["Ctrl K", "⌘ K"], word: "palette" },
  { keys: ["/"], word: "search" },
  { keys: ["j", "k"], word: "move" },
  { keys: ["Enter"], word: "open" },
  { keys: ["x"], word: "select" },
  { keys: ["n", "p"], word: "page" },
  { keys: ["Esc"], word: "close" },
  { keys: ["?"], word: "list" },
] as const;

/** `?` lists what the keyboard does. */
export function ShortcutList() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "?" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      dialog.current?.showModal();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is the one beside it
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t("common.shortcuts.title")}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className={styles.head}>
        <h2>{t("common.shortcuts.title")}</h2>
        <button
          type="button"
          className="button quiet"
          aria-label={t("common.action.close")}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
      <dl className={styles.keys}>
        {shortcuts.map(({ keys, word }) => [
          <dt key={word}>
            {keys.map((key) => (
              <kbd key={key} style={{ marginLeft: 4 }}>
                {key}
              </kbd>
            ))}
          </dt>,
          <dd key={`${word}.text`}>{t(`common.shortcuts.${word}`)}</dd>,
        ])}
      </dl>
    </dialog>
  );
}
