import { Form, Link, NavLink, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "../primitives/icon";
import styles from "./navigation.module.css";

export interface NavigationItem {
  readonly to: string;
  readonly icon: IconName;
  /** Key below `common.navigation`. */
  readonly word:
    | "home"
    | "employees"
    | "accounts"
    | "handovers"
    | "money"
    | "return"
    | "programme"
    | "import"
    | "drivers"
    | "dataQuality"
    | "atRisk"
    | "users"
    | "audit"
    | "settings";
  readonly group: "main" | "analysis" | "data" | "access";
}

interface Props {
  readonly items: readonly NavigationItem[];
  readonly userName: string;
  /** Roles and unit in words. */
  readonly userLine: string;
  readonly theme: "light" | "dark" | null;
}

/** Left on a desk; a bar with a menu, which also opens without JavaScript, on a phone. */
export function Navigation({ items, userName, userLine, theme }: Props) {
  const { t } = useTranslation();
  const content = (
    <>
      <form action="/search" method="get" role="search" className={styles.search}>
        <Icon name="search" size={14} />
        <input
          name="q"
          type="search"
          placeholder={t("common.navigation.search")}
          aria-label={t("common.navigation.search")}
          autoComplete="off"
          data-focus-key="/"
        />
        <kbd>/</kbd>
      </form>
      <nav aria-label={t("common.navigation.label")}>
        {(["main", "analysis", "data", "access"] as const).map((group) => {
          const members = items.filter((item) => item.group === group);
          if (members.length === 0) return null;
          return (
            <div key={group} className={styles.group}>
              {group !== "main" && <p className={styles.groupName}>{t(`common.navigation.${group}`)}</p>}
              <ul>
                {members.map((item) => (
                  <li key={item.to}>
                    <NavLink to={item.to} prefetch="intent" className={styles.link}>
                      <Icon name={item.icon} />
                      {t(`common.navigation.${item.word}`)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <div className={styles.me}>
        <Link to="/profile" className={styles.name}>
          {userName}
        </Link>
        <p className="small muted">{userLine}</p>
        <Preferences theme={theme} />
        <Form method="post" action="/logout">
          <button type="submit" className={styles.word}>
            {t("common.account.signOut")}
          </button>
        </Form>
      </div>
    </>
  );
  return (
    <header className={`${styles.bar} no-print`}>
      <Link to="/" className={styles.logo}>
        <Logo />
        {t("common.product")}
      </Link>
      <details className={styles.phone}>
        <summary className="button">
          <Icon name="menu" />
          {t("common.navigation.open")}
        </summary>
        <div className={styles.phonePanel}>{content}</div>
      </details>
      <div className={styles.desk}>{content}</div>
    </header>
  );
}

function Preferences({ theme }: { theme: Props["theme"] }) {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  const back = <input type="hidden" name="back" value={pathname + search} />;
  return (
    <>
      <form
        method="post"
        action="/preferences"
        className={styles.switch}
        aria-label={t("common.account.language")}
      >
        {back}
        <button
          type="submit"
          name="locale"
          value="en"
          lang="en"
          aria-pressed={i18n.language === "en"}
          className={styles.word}
        >
          English
        </button>
        <button
          type="submit"
          name="locale"
          value="zh"
          lang="zh"
          aria-pressed={i18n.language === "zh"}
          className={styles.word}
        >
          中文
        </button>
      </form>
      <form
        method="post"
        action="/preferences"
        className={styles.switch}
        aria-label={t("common.account.theme")}
      >
        {back}
        {(["light", "dark", "system"] as const).map((choice) => (
          <button
            key={choice}
            type="submit"
            name="theme"
            value={choice}
            aria-pressed={(theme ?? "system") === choice}
            className={styles.word}
          >
            {t(`common.theme.${choice}`)}
          </button>
        ))}
      </form>
    </>
  );
}

/** Two ledgers and the line between them. */
export function Logo() {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      strokeWidth="2.6"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M4 2.5v13M14 2.5v13" stroke="currentColor" />
      <path d="M4 12.5 14 5.5" stroke="var(--accent)" />
    </svg>
  );
}
