import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/ui/primitives/page-header";

/** In the order in which a programme is thought through; readers see two of them. */
const tabs = [
  { name: "overview", to: "/programme", isForLeaders: true },
  { name: "goals", to: "/programme/goals", isForLeaders: false },
  { name: "readiness", to: "/programme/readiness", isForLeaders: true },
  { name: "risks", to: "/programme/risks", isForLeaders: true },
  { name: "problems", to: "/programme/problems", isForLeaders: true },
  { name: "announcements", to: "/programme/announcements", isForLeaders: false },
  { name: "history", to: "/programme/history", isForLeaders: true },
] as const;

interface Props {
  readonly isLeader: boolean;
  readonly unread: number;
}

export function ProgrammeHead({ isLeader, unread }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t("programme.title")}
        subtitle={t(isLeader ? "programme.subtitle" : "programme.readerSubtitle")}
      />
      <nav className="tabs no-print" aria-label={t("programme.title")}>
        {tabs
          .filter((tab) => isLeader || !tab.isForLeaders)
          .map((tab) => (
            <NavLink key={tab.name} to={tab.to} end={tab.to === "/programme"} prefetch="intent">
              {t(`programme.tab.${tab.name}`)}
              {tab.name === "announcements" && unread > 0 && ` (${unread})`}
            </NavLink>
          ))}
      </nav>
    </>
  );
}
