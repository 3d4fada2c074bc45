import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";

export function ContactFields({ form: { input, problem } }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("customers.contact.name")} problem={problem("name")}>
        <input {...input("name")} required autoComplete="off" />
      </Field>
      <Field label={t("customers.contact.jobTitle")} problem={problem("jobTitle")} isOptional>
        <input {...input("jobTitle")} autoComplete="off" />
      </Field>
      <Field label={t("customers.contact.email")} problem={problem("email")} isOptional>
        <input type="email" {...input("email")} autoComplete="off" />
      </Field>
      <Field label={t("customers.contact.phone")} problem={problem("phone")} isOptional>
        <input type="tel" {...input("phone")} autoComplete="off" />
      </Field>
    </>
  );
}
