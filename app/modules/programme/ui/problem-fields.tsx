import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { PersonField } from "./person-field";

export function ProblemFields({ form }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("programme.problems.titleField")} problem={form.problem("title")}>
        <input {...form.input("title")} maxLength={300} required />
      </Field>
      <Field label={t("programme.problems.cause")} problem={form.problem("cause")} isOptional>
        <textarea {...form.input("cause")} rows={3} maxLength={4000} />
      </Field>
      <Field
        label={t("programme.problems.solution")}
        problem={form.problem("solution")}
        isOptional={form.value("closedOn") === ""}
      >
        <textarea {...form.input("solution")} rows={3} maxLength={4000} />
      </Field>
      <PersonField
        form={form}
        name="ownerNumber"
        label={t("programme.problems.owner")}
        hint={t("programme.goals.ownerHint")}
        isOptional
      />
      <div className="form-pair">
        <Field label={t("programme.problems.foundOnField")} problem={form.problem("foundOn")}>
          <input {...form.input("foundOn")} type="date" required />
        </Field>
        <Field
          label={t("programme.problems.closedOnField")}
          hint={t("programme.problems.closedHint")}
          problem={form.problem("closedOn")}
          isOptional
        >
          <input {...form.input("closedOn")} type="date" />
        </Field>
      </div>
    </>
  );
}
