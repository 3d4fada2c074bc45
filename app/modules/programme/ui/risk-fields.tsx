import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { riskLevels, riskResponses } from "../risk";
import { PersonField } from "./person-field";

export function RiskFields({ form }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("programme.risks.titleField")} problem={form.problem("title")}>
        <input {...form.input("title")} maxLength={200} required />
      </Field>
      <div className="form-pair">
        <Field label={t("programme.risks.probability")} problem={form.problem("probability")}>
          <select {...form.input("probability")}>
            {riskLevels.map((level) => (
              <option key={level} value={level}>
                {t(`programme.risks.probabilityLevel.${level}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t("programme.risks.impact")} problem={form.problem("impact")}>
          <select {...form.input("impact")}>
            {riskLevels.map((level) => (
              <option key={level} value={level}>
                {t(`programme.risks.impactLevel.${level}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field label={t("programme.risks.response")} problem={form.problem("response")}>
        <select {...form.input("response")}>
          {riskResponses.map((response) => (
            <option key={response} value={response}>
              {t(`programme.risks.responses.${response}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t("programme.risks.responseNote")} problem={form.problem("responseNote")} isOptional>
        <textarea {...form.input("responseNote")} rows={3} maxLength={2000} />
      </Field>
      <PersonField
        form={form}
        name="ownerNumber"
        label={t("programme.risks.owner")}
        hint={t("programme.goals.ownerHint")}
        isOptional
      />
      <div className="form-pair">
        <Field label={t("programme.risks.reviewOn")} problem={form.problem("reviewOn")} isOptional>
          <input {...form.input("reviewOn")} type="date" />
        </Field>
        <Field
          label={t("programme.risks.closedOn")}
          hint={t("programme.risks.closedHint")}
          problem={form.problem("closedOn")}
          isOptional
        >
          <input {...form.input("closedOn")} type="date" />
        </Field>
      </div>
    </>
  );
}
