import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { costCategories, reducingKinds } from "../cost-entry";
import { MoneyFields } from "./money-fields";

export function CostFields({ form }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <input type="hidden" {...form.input("entryId")} />
      <div className="form-pair">
        <Field label={t("people.costs.category")} problem={form.problem("category")}>
          <select {...form.input("category")} required>
            {costCategories.map((category) => (
              <option key={category} value={category} title={t(`people.costs.meaning.${category}`)}>
                {t(`people.costs.name.${category}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t("people.form.incurredOn")} problem={form.problem("incurredOn")}>
          <input {...form.input("incurredOn")} type="date" required />
        </Field>
      </div>
      <MoneyFields form={form} amountName="amount" label={t("people.form.amount")} />
      <Field
        label={t("people.form.kind")}
        hint={t("people.form.kindHint")}
        problem={form.problem("kind")}
        isOptional
      >
        <input {...form.input("kind")} list="cost-kinds" autoComplete="off" />
      </Field>
      <datalist id="cost-kinds">
        {reducingKinds.map((kind) => (
          <option key={kind} value={t(`people.form.kindOption.${kind}`)} />
        ))}
      </datalist>
      <Field label={t("people.form.note")} problem={form.problem("note")} isOptional>
        <textarea {...form.input("note")} rows={3} />
      </Field>
    </>
  );
}
