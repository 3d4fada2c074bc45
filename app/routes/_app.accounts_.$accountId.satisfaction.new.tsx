import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { v7 as uuidv7 } from "uuid";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getConversationForm, getFormAccount } from "~/modules/customers/get-form-account.server";
import { recordSatisfaction } from "~/modules/customers/record-satisfaction.server";
import { satisfactionForm, satisfactionKinds } from "~/modules/customers/satisfaction-response";
import { SatisfactionFields } from "~/modules/customers/ui/satisfaction-fields";
import { formId } from "~/modules/customers/write-to-account.server";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";
import { readChoice } from "~/ui/tables/list-query";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const account = await getConversationForm(scope, params["accountId"] ?? "");
  const kind = readChoice(new URL(request.url).searchParams, "kind", satisfactionKinds);
  return { ...account, kind: kind ?? "csat", formId: uuidv7() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id } = await getFormAccount(scope, params["accountId"] ?? "");
  const values = await readForm(request);
  return submitting(satisfactionForm, values, async (input) => {
    await recordSatisfaction(scope, id, formId(values["id"], uuidv7), input);
    return redirect(`/accounts/${id}/satisfaction`, 303);
  });
});

export default function RecordSatisfaction() {
  const { id, name, today, contacts, kind, formId: newId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const form = useRecordForm({ schema: satisfactionForm, initial: { kind, answeredOn: today }, answer });
  return (
    <div className="page" key={kind}>
      <FormFrame
        title={t("customers.satisfaction.newTitle", { name })}
        subtitle={t("customers.satisfaction.newText")}
        back={{ to: `/accounts/${id}`, name }}
        form={form}
        id={answer?.values["id"] ?? newId}
        submit={t("customers.satisfaction.submit")}
      >
        <p className="row">
          {satisfactionKinds.map((one) => (
            <Link key={one} className="chip" aria-current={one === kind} to={`?kind=${one}`} replace>
              {t(`customers.kind.${one}`)}
            </Link>
          ))}
        </p>
        <SatisfactionFields form={form} kind={kind} contacts={contacts} />
      </FormFrame>
    </div>
  );
}
