import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { v7 as uuidv7 } from "uuid";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { newAccountForm } from "~/modules/customers/account";
import { AccountFields } from "~/modules/customers/ui/account-fields";
import { formId } from "~/modules/customers/write-to-account.server";
import { createAccount } from "~/modules/linkage/account-page/create-account.server";
import { prepareNewAccount } from "~/modules/linkage/account-page/prepare-new-account.server";
import { Field } from "~/ui/forms/field";
import { FormFrame } from "~/ui/forms/form-frame";
import { LookupField } from "~/ui/forms/lookup-field";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request }: LoaderFunctionArgs) =>
  prepareNewAccount(await requireScope(request, "customers.write")),
);

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const values = await readForm(request);
  return submitting(newAccountForm, values, async (input) => {
    const id = formId(values["id"], uuidv7);
    await createAccount(scope, id, input);
    return redirect(`/accounts/${id}`, 303);
  });
});

export default function NewAccount() {
  const { id, today, currency } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: newAccountForm,
    initial: { accountNumber: "", name: "", ownerNumber: "", type: "customer", acquiredOn: today, currency },
    answer,
  });
  const { input, problem } = form;
  return (
    <div className="page">
      <FormFrame
        title={t("customers.account.newTitle")}
        subtitle={t("customers.account.newText")}
        back={{ to: "/accounts", name: t("linkage.title") }}
        form={form}
        id={answer?.values["id"] ?? id}
        submit={t("customers.account.create")}
      >
        <Field label={t("customers.account.name")} problem={problem("name")}>
          <input {...input("name")} required autoComplete="off" />
        </Field>
        <Field
          label={t("customers.account.number")}
          hint={t("customers.account.numberHint")}
          problem={problem("accountNumber")}
        >
          <input {...input("accountNumber")} required autoComplete="off" />
        </Field>
        <LookupField
          source="employees"
          label={t("customers.account.owner")}
          hint={t("customers.account.ownerHint")}
          problem={problem("ownerNumber")}
          filter={{ status: "active" }}
          required
          {...input("ownerNumber")}
        />
        <AccountFields form={form} />
      </FormFrame>
    </div>
  );
}
