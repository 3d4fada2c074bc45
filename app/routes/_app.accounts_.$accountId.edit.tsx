import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { accountForm } from "~/modules/customers/account";
import { getFormAccount } from "~/modules/customers/get-form-account.server";
import { AccountFields } from "~/modules/customers/ui/account-fields";
import { updateAccount } from "~/modules/linkage/account-page/update-account.server";
import { Field } from "~/ui/forms/field";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) =>
  getFormAccount(await requireScope(request, "customers.write"), params["accountId"] ?? ""),
);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id } = await getFormAccount(scope, params["accountId"] ?? "");
  return submitting(accountForm, await readForm(request), async (input) => {
    await updateAccount(scope, id, input);
    return redirect(`/accounts/${id}`, 303);
  });
});

export default function EditAccount() {
  const { id, name, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const form = useRecordForm({ schema: accountForm, initial: values, answer });
  return (
    <div className="page">
      <FormFrame
        title={t("customers.account.editTitle", { name })}
        back={{ to: `/accounts/${id}`, name }}
        form={form}
        submit={t("customers.account.save")}
      >
        <Field label={t("customers.account.name")} problem={form.problem("name")}>
          <input {...form.input("name")} required autoComplete="off" />
        </Field>
        <AccountFields form={form} />
      </FormFrame>
    </div>
  );
}
