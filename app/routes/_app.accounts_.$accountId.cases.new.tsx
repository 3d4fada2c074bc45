import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { v7 as uuidv7 } from "uuid";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getFormAccount } from "~/modules/customers/get-form-account.server";
import { openCase } from "~/modules/customers/open-case.server";
import { openCaseForm } from "~/modules/customers/service-case";
import { suggestCaseNumber } from "~/modules/customers/suggest-case-number.server";
import { CaseFields } from "~/modules/customers/ui/case-fields";
import { formId } from "~/modules/customers/write-to-account.server";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const account = await getFormAccount(scope, params["accountId"] ?? "");
  return { ...account, caseNumber: await suggestCaseNumber(scope, account.id), formId: uuidv7() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id } = await getFormAccount(scope, params["accountId"] ?? "");
  const values = await readForm(request);
  return submitting(openCaseForm, values, async (input) => {
    await openCase(scope, id, formId(values["id"], uuidv7), input);
    return redirect(`/accounts/${id}/cases`, 303);
  });
});

export default function OpenCase() {
  const { id, name, today, ownNumber, caseNumber, formId: newId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const initial = { caseNumber, priority: "normal", openedOn: today, employeeNumber: ownNumber };
  const form = useRecordForm({ schema: openCaseForm, initial, answer });
  return (
    <div className="page">
      <FormFrame
        title={t("customers.case.newTitle", { name })}
        subtitle={t("customers.case.newText")}
        back={{ to: `/accounts/${id}/cases`, name }}
        form={form}
        id={answer?.values["id"] ?? newId}
        submit={t("customers.case.submit")}
      >
        <CaseFields form={form} />
      </FormFrame>
    </div>
  );
}
