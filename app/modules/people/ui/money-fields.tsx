import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";

interface Props {
  readonly form: RecordForm;
  readonly amountName: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/** An amount never stands without its currency. */
export function MoneyFields({ form, amountName, label, hint, isOptional = false }: Props) {
  const { t } = useTranslation();
  return (
    <div className="form-pair">
      <Field label={label} {...(hint && { hint })} isOptional={isOptional} problem={form.problem(amountName)}>
        <input {...form.input(amountName)} inputMode="decimal" autoComplete="off" required={!isOptional} />
      </Field>
      <Field label={t("people.field.currency")} problem={form.problem("currency")}>
        <input {...form.input("currency")} maxLength={3} autoComplete="off" spellCheck={false} />
      </Field>
    </div>
  );
}
