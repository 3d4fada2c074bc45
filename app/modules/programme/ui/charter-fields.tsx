import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { PersonField } from "./person-field";

export function CharterFields({ form }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("programme.overview.name")} problem={form.problem("name")}>
        <input {...form.input("name")} maxLength={120} required />
      </Field>
      <Field label={t("programme.overview.purpose")} problem={form.problem("purpose")}>
        <textarea {...form.input("purpose")} rows={5} maxLength={2000} required />
      </Field>
      <PersonField
        form={form}
        name="sponsorNumber"
        label={t("programme.overview.sponsor")}
        hint={t("programme.overview.sponsorHint")}
      />
      <Field label={t("programme.overview.startsOn")} problem={form.problem("startsOn")} isOptional>
        <input {...form.input("startsOn")} type="date" />
      </Field>
    </>
  );
}
