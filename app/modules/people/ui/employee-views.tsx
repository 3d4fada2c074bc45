import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { hrefWith } from "~/ui/tables/list-query";
import type { EmployeeQuery } from "../employee-query";

interface Props {
  readonly params: URLSearchParams;
  readonly status: EmployeeQuery["status"];
  readonly isNewcomer: boolean;
}

const views = {
  present: { status: null, tenure: null },
  newcomers: { status: null, tenure: "new" },
  left: { status: "left", tenure: null },
  all: { status: "all", tenure: null },
} as const;

/** The questions asked most, as links: who is here, who is new, who has left. */
export function EmployeeViews({ params, status, isNewcomer }: Props) {
  const { t } = useTranslation();
  const current = isNewcomer ? "newcomers" : status;
  return (
    <nav className="tabs no-print" aria-label={t("people.list.views.label")}>
      {Object.entries(views).map(([name, changes]) => (
        <Link
          key={name}
          to={hrefWith(params, { ...changes, q: null })}
          aria-current={current === name ? "page" : undefined}
        >
          {t(`people.list.views.${name as keyof typeof views}`)}
        </Link>
      ))}
    </nav>
  );
}
