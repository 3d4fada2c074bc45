import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Capability, can } from "~/modules/access/capabilities";
import { useReaderRoles } from "./use-reader-roles";

interface Place {
  readonly word: "drivers" | "handovers" | "retention" | "importance" | "teams" | "leaving";
  readonly to: string;
  readonly needs: Capability;
}

const drivers: Place = { word: "drivers", to: "/drivers", needs: "drivers.read" };
/** The pages that read the same run of analyses, in reading order. */
const places: readonly Place[] = [
  drivers,
  { word: "handovers", to: "/drivers/handovers", needs: "drivers.read" },
  { word: "retention", to: "/drivers/retention", needs: "drivers.read" },
  { word: "importance", to: "/drivers/importance", needs: "drivers.read" },
  { word: "teams", to: "/drivers/teams", needs: "drivers.read" },
  { word: "leaving", to: "/drivers/leaving", needs: "drivers.read" },
];

/** Stands under the page header of each of them. What a role may not open is not offered. */
export function AnalysisTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const roles = useReaderRoles();
  // A full result stands under the drivers page.
  const current = places.find(({ to }) => to === pathname) ?? drivers;
  return (
    <nav className="tabs no-print" aria-label={t("drivers.tab.label")}>
      {places
        .filter(({ needs }) => can(roles, needs))
        .map((place) => (
          <Link
            key={place.word}
            to={place.to}
            prefetch="intent"
            aria-current={place === current ? "page" : undefined}
          >
            {t(`drivers.tab.${place.word}`)}
          </Link>
        ))}
    </nav>
  );
}
