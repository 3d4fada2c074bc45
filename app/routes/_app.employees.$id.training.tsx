import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getEmployee } from "~/modules/people/get-employee.server";
import { listTraining } from "~/modules/people/list-training.server";
import { TrainingChart } from "~/modules/people/ui/training-chart";
import { TrainingTable } from "~/modules/people/ui/training-table";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.read");
  const id = params["id"] ?? "";
  const [employee, records] = await Promise.all([getEmployee(scope, id), listTraining(scope, id)]);
  const { number, hiredOn, asOf } = employee;
  return { records, number, hiredOn, asOf };
});

export default function EmployeeTraining() {
  const { records, number, hiredOn, asOf } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  if (records.length === 0)
    return <EmptyState title={t("people.training.empty")}>{t("people.training.emptyText")}</EmptyState>;
  return (
    <>
      <TrainingChart records={records} hiredOn={hiredOn} asOf={asOf} fileName={`training-${number}`} />
      <TrainingTable records={records} asOf={asOf} />
    </>
  );
}
