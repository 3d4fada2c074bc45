import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";

export function PersonFields({ form }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("people.field.name")} problem={form.problem("name")}>
        <input {...form.input("name")} autoComplete="off" required />
      </Field>
      <div className="form-pair">
        <Field label={t("people.field.number")} problem={form.problem("employeeNumber")}>
          <input {...form.input("employeeNumber")} autoComplete="off" required />
        </Field>
        <Field label={t("people.field.hiredOn")} problem={form.problem("hiredOn")}>
          <input {...form.input("hiredOn")} type="date" required />
        </Field>
      </div>
      <Field label={t("people.field.email")} problem={form.problem("email")} isOptional>
        <input {...form.input("email")} type="email" autoComplete="off" />
      </Field>
      <Field
        label={t("people.field.serviceOrientation")}
        hint={t("people.field.serviceOrientationHint")}
        problem={form.problem("serviceOrientation")}
        isOptional
      >
        <input {...form.input("serviceOrientation")} inputMode="decimal" autoComplete="off" />
      </Field>
    </>
  );
}
