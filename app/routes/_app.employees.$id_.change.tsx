import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { refreshEmployeeNow } from "~/modules/linkage/panel/refresh-employee-now.server";
import { changeSpell } from "~/modules/people/change-spell.server";
import { spellForm } from "~/modules/people/employment-spell";
import { getContract } from "~/modules/people/get-contract.server";
import { getEmployee } from "~/modules/people/get-employee.server";
import { listUnits } from "~/modules/people/list-filter-choices.server";
import { ContractFields } from "~/modules/people/ui/contract-fields";
import { Field } from "~/ui/forms/field";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const id = params["id"] ?? "";
  const employee = await getEmployee(scope, id);
  const [contract, units] = await Promise.all([getContract(scope, id), listUnits(scope)]);
  const mayEnterPay = can(scope.roles, "pay.write");
  return { id, name: employee.name, today: employee.asOf, contract, units, mayEnterPay };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const { id } = await getEmployee(scope, params["id"] ?? "");
  return submitting(spellForm, await readForm(request), async (input) => {
    await changeSpell(scope, id, input);
    await refreshEmployeeNow(id);
    return redirect(`/employees/${id}/history?saved=changed`);
  });
});

export default function ChangeContract() {
  const { id, name, today, contract, units, mayEnterPay } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: spellForm,
    initial: { ...contract, startsOn: today },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("people.form.changeTitle", { name })}
        subtitle={t("people.form.changeSubtitle")}
        back={{ to: `/employees/${id}`, name }}
        submit={t("people.form.change")}
      >
        <Field label={t("people.form.startsOn")} problem={form.problem("startsOn")}>
          <input {...form.input("startsOn")} type="date" required />
        </Field>
        <ContractFields form={form} units={units} mayEnterPay={mayEnterPay} />
      </FormFrame>
    </div>
  );
}
