import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { v7 as uuidv7 } from "uuid";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getConversationForm, getFormAccount } from "~/modules/customers/get-form-account.server";
import { interactionChannels, interactionForm } from "~/modules/customers/interaction";
import { logInteraction } from "~/modules/customers/log-interaction.server";
import { InteractionFields } from "~/modules/customers/ui/interaction-fields";
import { formId } from "~/modules/customers/write-to-account.server";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";
import { readChoice } from "~/ui/tables/list-query";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const account = await getConversationForm(scope, params["accountId"] ?? "");
  const channel = readChoice(new URL(request.url).searchParams, "channel", interactionChannels);
  return { ...account, channel: channel ?? "phone", formId: uuidv7() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id } = await getFormAccount(scope, params["accountId"] ?? "");
  const values = await readForm(request);
  return submitting(interactionForm, values, async (input) => {
    await logInteraction(scope, id, formId(values["id"], uuidv7), input);
    return redirect(`/accounts/${id}/timeline`, 303);
  });
});

export default function LogInteraction() {
  const { id, name, today, ownNumber, contacts, channel, formId: newId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const initial = { channel, occurredOn: today, employeeNumber: ownNumber };
  const form = useRecordForm({ schema: interactionForm, initial, answer });
  return (
    <div className="page">
      <FormFrame
        title={t("customers.interaction.title", { name })}
        subtitle={t("customers.interaction.text")}
        back={{ to: `/accounts/${id}`, name }}
        form={form}
        id={answer?.values["id"] ?? newId}
        submit={t("customers.interaction.submit")}
      >
        <InteractionFields form={form} contacts={contacts} />
      </FormFrame>
    </div>
  );
}
