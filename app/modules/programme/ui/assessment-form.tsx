import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import { type RecordForm, useRecordForm } from "~/ui/forms/use-record-form";
import { assessmentForm, goalAssessments } from "../goal";

/** How a qualitative goal stands, with the reason: stands on the goal's own page. */
export function AssessmentForm({ answer }: { answer: Parameters<typeof useRecordForm>[0]["answer"] }) {
  const { t } = useTranslation();
  const form: RecordForm = useRecordForm({
    schema: assessmentForm,
    initial: { assessment: "on_track" },
    answer,
  });
  return (
    <section className="section no-print">
      <div className="section-head">
        <div>
          <h2>{t("programme.goals.assessTitle")}</h2>
          <p className="sub">{t("programme.goals.assessText")}</p>
        </div>
      </div>
      <Form {...form.form} className="form">
        <input type="hidden" name="intent" value="assess" />
        <Field label={t("programme.goals.assessment")} problem={form.problem("assessment")}>
          <select {...form.input("assessment")}>
            {goalAssessments.map((assessment) => (
              <option key={assessment} value={assessment}>
                {t(`programme.goals.statuses.${assessment}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label={t("programme.goals.note")}
          hint={t("programme.goals.noteHint")}
          problem={form.problem("note")}
        >
          <textarea {...form.input("note")} rows={3} maxLength={1000} required />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={form.isSubmitting}>
            {t("programme.goals.assess")}
          </button>
        </div>
      </Form>
    </section>
  );
}
