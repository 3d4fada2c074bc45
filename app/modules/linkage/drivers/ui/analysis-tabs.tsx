import { NavLink, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Capability, can } from "~/modules/access/capabilities";
import type { Role } from "~/modules/access/roles";

/** The pages that read the same run of analyses, in reading order. A page is named here once it is there. */
const places: readonly {
  readonly word: "drivers" | "handovers" | "retention" | "importance" | "teams" | "leaving";
  readonly to: string;
  readonly needs: Capability;
}[] = [{ word: "drivers", to: "/drivers", needs: "drivers.read" }];

/** Stands under the page header of each of them. What a role may not open is not offered. */
export function AnalysisTabs() {
  const { t } = useTranslation();
  const shell = useRouteLoaderData<{ user: { roles: readonly Role[] } }>("routes/_app");
  const offered = places.filter(({ needs }) => can(shell?.user.roles ?? [], needs));
  if (offered.length < 2) return null;
  return (
    <nav className="tabs no-print" aria-label={t("drivers.tab.label")}>
      {offered.map(({ word, to }) => (
        <NavLink key={word} to={to} end prefetch="intent">
          {t(`drivers.tab.${word}`)}
        </NavLink>
      ))}
    </nav>
  );
}
