import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import { LookupField } from "~/ui/forms/lookup-field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import type { UnitChoice } from "../list-filter-choices.server";
import { MoneyFields } from "./money-fields";

interface Props {
  readonly form: RecordForm;
  readonly units: readonly UnitChoice[];
  readonly mayEnterPay: boolean;
}

export function ContractFields({ form, units, mayEnterPay }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className="form-pair">
        <Field label={t("people.field.unit")} problem={form.problem("unitCode")}>
          <select {...form.input("unitCode")} required>
            <option value="">{t("people.field.chooseUnit")}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.code}>
                {`${"\u2003".repeat(unit.depth)}${unit.name} (${unit.code})`}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t("people.field.jobTitle")} problem={form.problem("jobTitle")} isOptional>
          <input {...form.input("jobTitle")} autoComplete="off" />
        </Field>
      </div>
      <LookupField
        {...form.input("managerNumber")}
        source="employees"
        filter={{ status: "present" }}
        label={t("people.field.manager")}
        hint={t("people.field.managerHint")}
        problem={form.problem("managerNumber")}
        isOptional
      />
      <Field label={t("people.field.fte")} hint={t("people.field.fteHint")} problem={form.problem("fte")}>
        <input {...form.input("fte")} inputMode="decimal" autoComplete="off" required />
      </Field>
      {mayEnterPay && (
        <MoneyFields
          form={form}
          amountName="annualSalary"
          label={t("people.field.salary")}
          hint={t("people.field.salaryHint")}
          isOptional
        />
      )}
    </>
  );
}
