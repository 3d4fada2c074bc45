import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { refreshEmployeeNow } from "~/modules/linkage/panel/refresh-employee-now.server";
import { getEmployee } from "~/modules/people/get-employee.server";
import { recordTraining } from "~/modules/people/record-training.server";
import { trainingForm } from "~/modules/people/training-record";
import { TrainingFields } from "~/modules/people/ui/training-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const { id, name, asOf, reportingCurrency } = await getEmployee(scope, params["id"] ?? "");
  return {
    id,
    name,
    today: asOf,
    currency: reportingCurrency,
    mayEnterPay: can(scope.roles, "pay.write"),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const { id } = await getEmployee(scope, params["id"] ?? "");
  return submitting(trainingForm, await readForm(request), async (input) => {
    await recordTraining(scope, id, input);
    await refreshEmployeeNow(id);
    return redirect(`/employees/${id}/training?saved=training`);
  });
});

export default function NewTraining() {
  const { id, name, today, currency, mayEnterPay } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: trainingForm,
    initial: { completedOn: today, currency },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("people.form.trainingTitle", { name })}
        subtitle={t("people.form.trainingSubtitle")}
        back={{ to: `/employees/${id}/training`, name }}
        submit={t("people.form.addTraining")}
      >
        <TrainingFields form={form} mayEnterPay={mayEnterPay} />
      </FormFrame>
    </div>
  );
}
