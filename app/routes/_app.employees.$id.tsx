import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { getEmployee } from "~/modules/people/get-employee.server";
import { EmployeeHead } from "~/modules/people/ui/employee-head";
import { savedNotices } from "~/modules/people/ui/saved-notices";
import { revalidatesFor } from "~/ui/shell/revalidate-layout";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.read");
  const employee = await getEmployee(scope, params["id"] ?? "");
  return {
    employee,
    rights: {
      write: can(scope.roles, "people.write"),
      pay: can(scope.roles, "pay.read"),
      assign: can(scope.roles, "assignments.write"),
      impact:
        can(scope.roles, "leaving.impact") && (scope.all || scope.unitIds.includes(employee.unitId ?? "")),
      list: scope.all || scope.unitIds.length > 0,
    },
  };
});

export type EmployeeLoader = typeof loader;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.employee.name ?? "–"} · Relata` },
];

export const shouldRevalidate = revalidatesFor("id");

export default function EmployeeLayout() {
  const { employee, rights } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const saved = savedNotices.find((notice) => notice === search.get("saved"));
  return (
    <div className="page">
      <EmployeeHead employee={employee} rights={rights} />
      {saved && (
        <p className="notice" role="status" style={{ marginBottom: 16 }}>
          {t(`people.saved.${saved}`, { name: employee.name })}
        </p>
      )}
      <Outlet />
    </div>
  );
}
