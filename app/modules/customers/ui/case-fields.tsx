import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import { LookupField } from "~/ui/forms/lookup-field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { casePriorities } from "../service-case";

export function CaseFields({ form: { input, problem } }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("customers.case.subject")} problem={problem("subject")}>
        <textarea {...input("subject")} required rows={3} maxLength={500} />
      </Field>
      <div className="form-pair">
        <Field
          label={t("customers.case.numberLabel")}
          hint={t("customers.case.numberHint")}
          problem={problem("caseNumber")}
        >
          <input {...input("caseNumber")} required autoComplete="off" />
        </Field>
        <Field label={t("customers.case.priority")} problem={problem("priority")}>
          <select {...input("priority")}>
            {casePriorities.map((priority) => (
              <option key={priority} value={priority}>
                {t(`customers.priority.${priority}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div className="form-pair">
        <Field label={t("customers.case.openedOn")} problem={problem("openedOn")}>
          <input type="date" {...input("openedOn")} required />
        </Field>
        <Field
          label={t("customers.interaction.time")}
          hint={t("customers.interaction.timeHint")}
          problem={problem("openedTime")}
          isOptional
        >
          <input type="time" {...input("openedTime")} />
        </Field>
      </div>
      <LookupField
        source="employees"
        label={t("customers.case.handler")}
        hint={t("customers.interaction.employeeHint")}
        problem={problem("employeeNumber")}
        isOptional
        {...input("employeeNumber")}
      />
    </>
  );
}
