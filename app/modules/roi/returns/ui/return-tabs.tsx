import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

export const returnTabs = ["return", "scenarios", "people-money"] as const;
export type ReturnTab = (typeof returnTabs)[number];

export function ReturnTabs({ current }: { current: ReturnTab }) {
  const { t } = useTranslation();
  const words = {
    return: t("roi.tabs.return"),
    scenarios: t("roi.tabs.scenarios"),
    "people-money": t("roi.tabs.peopleMoney"),
  };
  return (
    <nav className="tabs no-print" aria-label={t("roi.tabs.label")}>
      {returnTabs.map((tab) => (
        <Link key={tab} to={`/${tab}`} aria-current={tab === current ? "page" : undefined} prefetch="intent">
          {words[tab]}
        </Link>
      ))}
    </nav>
  );
}
