import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Logo } from "~/ui/shell/navigation";
import { useDocumentTitle } from "~/ui/shell/use-document-title";
import styles from "./entrance.module.css";

/** The pages one sees before being signed in: the form at left, what the product is at right. */
export function Entrance({ children, back }: { children: ReactNode; back: string }) {
  const { t, i18n } = useTranslation();
  useDocumentTitle();
  return (
    <div className={styles.entrance}>
      <main className={styles.panel} id="content">
        <p className={styles.logo}>
          <Logo />
          {t("common.product")}
        </p>
        {children}
        <form
          method="post"
          action="/preferences"
          className={styles.foot}
          aria-label={t("common.account.language")}
        >
          <input type="hidden" name="back" value={back} />
          <button type="submit" name="locale" value="en" lang="en" aria-pressed={i18n.language === "en"}>
            English
          </button>
          <button type="submit" name="locale" value="zh" lang="zh" aria-pressed={i18n.language === "zh"}>
            中文
          </button>
        </form>
      </main>
      <aside className={styles.story}>
        <strong>{t("access.story.title")}</strong>
        <p>{t("access.story.text")}</p>
        <TwoLedgers />
      </aside>
    </div>
  );
}

/** A satisfaction line above the strip of who served: the idea of the product in one drawing, with no figures in it. */
function TwoLedgers() {
  return (
    <svg viewBox="0 0 560 190" className={styles.drawing} aria-hidden="true">
      <path
        d="M8 62 60 56 112 60 164 50 216 54 268 46 320 50 330 58"
        fill="none"
        stroke="var(--cus)"
        strokeWidth="2.5"
      />
      <path d="M352 92 404 104 456 108 508 100 552 92" fill="none" stroke="var(--cus)" strokeWidth="2.5" />
      <path d="M341 20v150" stroke="var(--ink-3)" strokeDasharray="4 4" />
      <rect x="8" y="130" width="326" height="18" rx="2" fill="var(--emp)" />
      <rect x="358" y="130" width="194" height="18" rx="2" fill="var(--emp-2)" />
      <rect x="64" y="158" width="488" height="14" rx="2" fill="var(--emp-3)" />
    </svg>
  );
}
