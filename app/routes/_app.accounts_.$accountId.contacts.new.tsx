import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { v7 as uuidv7 } from "uuid";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { contactForm } from "~/modules/customers/contact";
import { createContact } from "~/modules/customers/create-contact.server";
import { getFormAccount } from "~/modules/customers/get-form-account.server";
import { ContactFields } from "~/modules/customers/ui/contact-fields";
import { formId } from "~/modules/customers/write-to-account.server";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  return { ...(await getFormAccount(scope, params["accountId"] ?? "")), formId: uuidv7() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id } = await getFormAccount(scope, params["accountId"] ?? "");
  const values = await readForm(request);
  return submitting(contactForm, values, async (input) => {
    await createContact(scope, id, formId(values["id"], uuidv7), input);
    return redirect(`/accounts/${id}/contacts`, 303);
  });
});

export default function NewContact() {
  const { id, name, formId: newId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const form = useRecordForm({ schema: contactForm, initial: {}, answer });
  return (
    <div className="page">
      <FormFrame
        title={t("customers.contact.newTitle", { name })}
        back={{ to: `/accounts/${id}/contacts`, name }}
        form={form}
        id={answer?.values["id"] ?? newId}
        submit={t("customers.contact.save")}
      >
        <ContactFields form={form} />
      </FormFrame>
    </div>
  );
}
