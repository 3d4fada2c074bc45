import { NavLink, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "~/modules/access/capabilities";
import type { Role } from "~/modules/access/roles";

/** Two lists for HR; whoever may not open the second is not told of it. */
export function RiskTabs() {
  const { t } = useTranslation();
  const shell = useRouteLoaderData<{ user: { roles: readonly Role[] } }>("routes/_app");
  if (!can(shell?.user.roles ?? [], "risk.people")) return null;
  return (
    <nav className="tabs no-print" aria-label={t("risk.tab.label")}>
      <NavLink to="/at-risk" end prefetch="intent">
        {t("risk.tab.accounts")}
      </NavLink>
      <NavLink to="/at-risk/people" end prefetch="intent">
        {t("risk.tab.people")}
      </NavLink>
    </nav>
  );
}
