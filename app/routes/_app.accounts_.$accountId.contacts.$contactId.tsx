import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { archiveContact } from "~/modules/customers/archive-contact.server";
import { contactForm } from "~/modules/customers/contact";
import { getFormAccount } from "~/modules/customers/get-form-account.server";
import { getContact } from "~/modules/customers/list-contacts.server";
import { ContactFields } from "~/modules/customers/ui/contact-fields";
import { updateContact } from "~/modules/customers/update-contact.server";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id, name } = await getFormAccount(scope, params["accountId"] ?? "");
  return { id, accountName: name, contact: await getContact(scope, id, params["contactId"] ?? "") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "customers.write");
  const { id } = await getFormAccount(scope, params["accountId"] ?? "");
  const contactId = params["contactId"] ?? "";
  const values = await readForm(request);
  if (values["intent"] === "archive") {
    await archiveContact(scope, id, contactId);
    return redirect(`/accounts/${id}/contacts`, 303);
  }
  await getContact(scope, id, contactId);
  return submitting(contactForm, values, async (input) => {
    await updateContact(scope, id, contactId, input);
    return redirect(`/accounts/${id}/contacts`, 303);
  });
});

export default function EditContact() {
  const { id, accountName, contact } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const initial = {
    name: contact.name,
    email: contact.email ?? "",
    phone: contact.phone ?? "",
    jobTitle: contact.jobTitle ?? "",
  };
  const form = useRecordForm({ schema: contactForm, initial, answer });
  const question = t("customers.contact.archiveConfirm", { name: contact.name });
  return (
    <div className="page">
      <FormFrame
        title={t("customers.contact.editTitle", { name: contact.name })}
        back={{ to: `/accounts/${id}/contacts`, name: accountName }}
        form={form}
        submit={t("customers.contact.save")}
      >
        <ContactFields form={form} />
      </FormFrame>
      <section className="section">
        <h2>{t("customers.contact.archive")}</h2>
        <p className="sub">{t("customers.contact.archiveText")}</p>
        <Form
          method="post"
          className="form-actions"
          onSubmit={(event) => {
            if (!window.confirm(question)) event.preventDefault();
          }}
        >
          <button type="submit" name="intent" value="archive" className="button danger">
            {t("customers.contact.archive")}
          </button>
        </Form>
      </section>
    </div>
  );
}
