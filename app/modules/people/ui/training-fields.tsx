import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { MoneyFields } from "./money-fields";

interface Props {
  readonly form: RecordForm;
  readonly mayEnterPay: boolean;
}

export function TrainingFields({ form, mayEnterPay }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("people.training.course")} problem={form.problem("course")}>
        <input {...form.input("course")} autoComplete="off" required />
      </Field>
      <div className="form-pair">
        <Field label={t("people.form.hours")} problem={form.problem("hours")}>
          <input {...form.input("hours")} inputMode="decimal" autoComplete="off" required />
        </Field>
        <Field label={t("people.training.completedOn")} problem={form.problem("completedOn")}>
          <input {...form.input("completedOn")} type="date" required />
        </Field>
      </div>
      <Field
        label={`${t("people.training.score")} (${t("people.training.scoreUnit")})`}
        problem={form.problem("score")}
        isOptional
      >
        <input {...form.input("score")} inputMode="decimal" autoComplete="off" />
      </Field>
      {mayEnterPay && <MoneyFields form={form} amountName="cost" label={t("people.form.fee")} isOptional />}
    </>
  );
}
