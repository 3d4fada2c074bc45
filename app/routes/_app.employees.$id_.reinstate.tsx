import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { refreshEmployeeNow } from "~/modules/linkage/panel/refresh-employee-now.server";
import { getEmployee } from "~/modules/people/get-employee.server";
import { reinstateEmployee } from "~/modules/people/reinstate-employee.server";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

const nothing = z.object({});

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const { id, name, leftOn } = await getEmployee(scope, params["id"] ?? "");
  if (leftOn === null) throw redirect(`/employees/${id}`);
  return { id, name, leftOn };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const { id } = await getEmployee(scope, params["id"] ?? "");
  return submitting(nothing, await readForm(request), async () => {
    await reinstateEmployee(scope, id);
    await refreshEmployeeNow(id);
    return redirect(`/employees/${id}?saved=reinstated`);
  });
});

export default function ReinstateEmployee() {
  const { id, name, leftOn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const form = useRecordForm({ schema: nothing, initial: {}, answer: useActionData<typeof action>() });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("people.reinstate.title", { name })}
        subtitle={t("people.reinstate.subtitle")}
        back={{ to: `/employees/${id}`, name }}
        submit={t("people.reinstate.submit")}
      >
        <p>{t("people.reinstate.text", { name, date: format.date(leftOn) })}</p>
        <p>{t("people.reinstate.accounts")}</p>
      </FormFrame>
    </div>
  );
}
