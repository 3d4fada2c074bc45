import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { refreshEmployeeNow } from "~/modules/linkage/panel/refresh-employee-now.server";
import { createEmployee } from "~/modules/people/create-employee.server";
import { newEmployeeForm } from "~/modules/people/employee";
import { listUnits } from "~/modules/people/list-filter-choices.server";
import { ContractFields } from "~/modules/people/ui/contract-fields";
import { PersonFields } from "~/modules/people/ui/person-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const [units, company] = await Promise.all([listUnits(scope), companyToday(sql())]);
  return { units, currency: company.reportingCurrency, mayEnterPay: can(scope.roles, "pay.write") };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  return submitting(newEmployeeForm, await readForm(request), async (input) => {
    const id = await createEmployee(scope, input);
    await refreshEmployeeNow(id);
    return redirect(`/employees/${id}?saved=created`);
  });
});

export default function NewEmployee() {
  const { units, currency, mayEnterPay } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: newEmployeeForm,
    initial: { fte: "1", currency },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("people.form.newTitle")}
        subtitle={t("people.form.newSubtitle")}
        back={{ to: "/employees", name: t("people.head.crumb") }}
        submit={t("people.form.create")}
      >
        <h2>{t("people.form.person")}</h2>
        <PersonFields form={form} />
        <h2>{t("people.form.contract")}</h2>
        <ContractFields form={form} units={units} mayEnterPay={mayEnterPay} />
      </FormFrame>
    </div>
  );
}
