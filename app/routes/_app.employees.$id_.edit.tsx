import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { refreshEmployeeNow } from "~/modules/linkage/panel/refresh-employee-now.server";
import { employeeForm } from "~/modules/people/employee";
import { getEmployee } from "~/modules/people/get-employee.server";
import { PersonFields } from "~/modules/people/ui/person-fields";
import { updateEmployee } from "~/modules/people/update-employee.server";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  return { employee: await getEmployee(scope, params["id"] ?? "") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const { id } = await getEmployee(scope, params["id"] ?? "");
  return submitting(employeeForm, await readForm(request), async (input) => {
    await updateEmployee(scope, id, input);
    await refreshEmployeeNow(id);
    return redirect(`/employees/${id}?saved=updated`);
  });
});

export default function EditEmployee() {
  const { employee } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { id, name } = employee;
  const form = useRecordForm({
    schema: employeeForm,
    initial: {
      name,
      employeeNumber: employee.number,
      email: employee.email ?? "",
      hiredOn: employee.hiredOn,
      serviceOrientation: employee.kept?.serviceOrientation ?? "",
    },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("people.form.editTitle", { name })}
        subtitle={t("people.form.editSubtitle")}
        back={{ to: `/employees/${id}`, name }}
        submit={t("people.form.save")}
      >
        <PersonFields form={form} />
      </FormFrame>
    </div>
  );
}
