import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { addCost } from "~/modules/people/add-cost.server";
import { costForm } from "~/modules/people/cost-entry";
import { getEmployee } from "~/modules/people/get-employee.server";
import { CostFields } from "~/modules/people/ui/cost-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "pay.write");
  const { id, name, asOf, reportingCurrency } = await getEmployee(scope, params["id"] ?? "");
  return { id, name, today: asOf, currency: reportingCurrency, entryId: uuidv7() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "pay.write");
  const { id } = await getEmployee(scope, params["id"] ?? "");
  const values = await readForm(request);
  const given = values["entryId"] ?? "";
  return submitting(costForm, values, async (input) => {
    await addCost(scope, id, isUuid(given) ? given : uuidv7(), input);
    return redirect(`/employees/${id}/costs?saved=cost`);
  });
});

export default function NewCost() {
  const { id, name, today, currency, entryId } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: costForm,
    initial: { category: "compensation", incurredOn: today, currency, entryId },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("people.form.costTitle", { name })}
        subtitle={t("people.form.costSubtitle")}
        back={{ to: `/employees/${id}/costs`, name }}
        submit={t("people.form.addCost")}
      >
        <CostFields form={form} />
      </FormFrame>
    </div>
  );
}
