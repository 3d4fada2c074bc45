import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";

const tabs = ["profitability", "lifetime", "value", "costs"] as const;

/** Stands under the page header of each page of customer money. */
export function MoneyTabs() {
  const { t } = useTranslation();
  return (
    <nav className="tabs no-print" aria-label={t("money.tab.label")}>
      {tabs.map((tab) => (
        <NavLink key={tab} to={`/money/${tab}`} prefetch="intent">
          {t(`money.tab.${tab}`)}
        </NavLink>
      ))}
    </nav>
  );
}
