import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { goalForm } from "~/modules/programme/goal";
import { getGoal } from "~/modules/programme/list-goals.server";
import { listUnits } from "~/modules/programme/list-units.server";
import { saveGoal } from "~/modules/programme/save-goal.server";
import { GoalFields } from "~/modules/programme/ui/goal-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  const [goal, units, { reportingCurrency }] = await Promise.all([
    getGoal(scope, params["goalId"] ?? ""),
    listUnits(scope),
    companyToday(sql()),
  ]);
  return { goal, units, currency: reportingCurrency };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  const { id } = await getGoal(scope, params["goalId"] ?? "");
  return submitting(goalForm, await readForm(request), async (input) =>
    redirect(`/programme/goals/${await saveGoal(scope, id, input)}`),
  );
});

export default function EditGoal() {
  const { goal, units, currency } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: goalForm,
    initial: {
      kind: goal.kind,
      title: goal.title,
      description: goal.description ?? "",
      metric: goal.metric ?? "",
      unitCode: goal.orgUnitCode ?? "",
      baselineOn: goal.baselineOn,
      baselineValue: goal.baselineValue?.toString() ?? "",
      targetValue: goal.targetValue?.toString() ?? "",
      dueOn: goal.dueOn,
      ownerNumber: goal.ownerNumber ?? "",
    },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.goals.editTitle")}
        back={{ to: `/programme/goals/${goal.id}`, name: goal.title }}
        submit={t("programme.goals.save")}
      >
        <GoalFields form={form} units={units} currency={currency} />
      </FormFrame>
    </div>
  );
}
