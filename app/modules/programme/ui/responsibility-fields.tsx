import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { PersonField } from "./person-field";

export function ResponsibilityFields({ form }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t("programme.overview.matter")}
        hint={t("programme.overview.matterHint")}
        problem={form.problem("matter")}
      >
        <input {...form.input("matter")} maxLength={200} required />
      </Field>
      <PersonField form={form} name="decidesNumber" label={t("programme.overview.decides")} />
      <PersonField form={form} name="doesNumber" label={t("programme.overview.does")} />
      <Field
        label={t("programme.overview.consulted")}
        hint={t("programme.overview.consultedHint")}
        problem={form.problem("consulted")}
        isOptional
      >
        <input {...form.input("consulted")} maxLength={300} />
      </Field>
      <Field
        label={t("programme.overview.informed")}
        hint={t("programme.overview.consultedHint")}
        problem={form.problem("informed")}
        isOptional
      >
        <input {...form.input("informed")} maxLength={300} />
      </Field>
    </>
  );
}
