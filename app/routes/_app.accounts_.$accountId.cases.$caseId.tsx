import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { getFormAccount } from "~/modules/customers/get-form-account.server";
import { getCase } from "~/modules/customers/list-cases.server";
import { resolveCase } from "~/modules/customers/resolve-case.server";
import { resolveCaseForm } from "~/modules/customers/service-case";
import { Field } from "~/ui/forms/field";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const account = await getFormAccount(scope, params["accountId"] ?? "");
  return { account, found: await getCase(scope, account.id, params["caseId"] ?? "") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id } = await getFormAccount(scope, params["accountId"] ?? "");
  const { id: caseId } = await getCase(scope, id, params["caseId"] ?? "");
  return submitting(resolveCaseForm, await readForm(request), async (input) => {
    await resolveCase(scope, id, caseId, input);
    return redirect(`/accounts/${id}/cases`, 303);
  });
});

export default function ResolveCase() {
  const { account, found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const format = useFormat();
  const form = useRecordForm({ schema: resolveCaseForm, initial: { resolvedOn: account.today }, answer });
  return (
    <div className="page">
      <FormFrame
        title={t("customers.case.resolveTitle", { number: found.caseNumber })}
        subtitle={found.subject ?? ""}
        back={{ to: `/accounts/${account.id}/cases`, name: account.name }}
        form={form}
        submit={t("customers.case.resolveSubmit")}
      >
        {found.resolvedAt && (
          <p className="notice">
            {t("customers.case.alreadyResolved", { date: format.dateTime(found.resolvedAt, found.timeZone) })}
          </p>
        )}
        <div className="form-pair">
          <Field label={t("customers.case.resolvedOn")} problem={form.problem("resolvedOn")}>
            <input type="date" {...form.input("resolvedOn")} required />
          </Field>
          <Field
            label={t("customers.interaction.time")}
            hint={t("customers.interaction.timeHint")}
            problem={form.problem("resolvedTime")}
            isOptional
          >
            <input type="time" {...form.input("resolvedTime")} />
          </Field>
        </div>
      </FormFrame>
    </div>
  );
}
