import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { goalForm } from "~/modules/programme/goal";
import { listUnits } from "~/modules/programme/list-units.server";
import { saveGoal } from "~/modules/programme/save-goal.server";
import { GoalFields } from "~/modules/programme/ui/goal-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  const [units, { today, reportingCurrency }] = await Promise.all([listUnits(scope), companyToday(sql())]);
  return { units, today, currency: reportingCurrency };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return submitting(goalForm, await readForm(request), async (input) =>
    redirect(`/programme/goals/${await saveGoal(scope, null, input)}`),
  );
});

export default function NewGoal() {
  const { units, today, currency } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: goalForm,
    initial: { kind: "quantitative", baselineOn: today },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.goals.newTitle")}
        subtitle={t("programme.goals.newText")}
        back={{ to: "/programme/goals", name: t("programme.tab.goals") }}
        submit={t("programme.goals.save")}
      >
        <GoalFields form={form} units={units} currency={currency} />
      </FormFrame>
    </div>
  );
}
