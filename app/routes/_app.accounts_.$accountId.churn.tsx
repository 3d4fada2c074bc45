import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { churnForm } from "~/modules/customers/account";
import { getFormAccount } from "~/modules/customers/get-form-account.server";
import { recordChurn, withdrawChurn } from "~/modules/linkage/account-page/record-churn.server";
import { Field } from "~/ui/forms/field";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) =>
  getFormAccount(await requireScope(request, "customers.write"), params["accountId"] ?? ""),
);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id } = await getFormAccount(scope, params["accountId"] ?? "");
  const values = await readForm(request);
  if (values["intent"] === "withdraw") {
    await withdrawChurn(scope, id);
    return redirect(`/accounts/${id}`, 303);
  }
  return submitting(churnForm, values, async (input) => {
    await recordChurn(scope, id, input);
    return redirect(`/accounts/${id}`, 303);
  });
});

export default function RecordChurn() {
  const { id, name, values, today, churnedOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const initial = { churnedOn: values["churnedOn"] || today, churnReason: values["churnReason"] ?? "" };
  const form = useRecordForm({ schema: churnForm, initial, answer });
  return (
    <div className="page">
      <FormFrame
        title={t("customers.churn.title", { name })}
        subtitle={t("customers.churn.text")}
        back={{ to: `/accounts/${id}`, name }}
        form={form}
        submit={t("customers.churn.submit")}
        isDangerous
      >
        <Field label={t("customers.churn.on")} problem={form.problem("churnedOn")}>
          <input type="date" {...form.input("churnedOn")} required />
        </Field>
        <Field
          label={t("customers.churn.reason")}
          hint={t("customers.churn.reasonHint")}
          problem={form.problem("churnReason")}
          isOptional
        >
          <input {...form.input("churnReason")} />
        </Field>
      </FormFrame>
      {churnedOn && (
        <section className="section">
          <h2>{t("customers.churn.again")}</h2>
          <p className="sub">{t("customers.churn.againText")}</p>
          <Form method="post" className="form-actions">
            <button type="submit" name="intent" value="withdraw" className="button">
              {t("customers.churn.withdraw")}
            </button>
          </Form>
        </section>
      )}
    </div>
  );
}
