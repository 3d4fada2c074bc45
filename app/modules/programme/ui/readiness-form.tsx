import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import { useRecordForm } from "~/ui/forms/use-record-form";
import type { ReadinessRow } from "../list-readiness.server";
import { readinessForm, readinessStatuses } from "../readiness";
import { PersonField } from "./person-field";

type Answer = Parameters<typeof useRecordForm>[0]["answer"];

export function ReadinessForm({ row, answer }: { row: ReadinessRow; answer: Answer }) {
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: readinessForm,
    initial: { status: row.status, answer: row.answer ?? "", ownerNumber: row.ownerNumber ?? "" },
    answer,
  });
  return (
    <Form {...form.form} className="form no-print">
      <input type="hidden" name="intent" value="save" />
      <Field label={t("programme.readiness.statusField")} problem={form.problem("status")}>
        <select {...form.input("status")}>
          {readinessStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`programme.readiness.status.${status}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label={t("programme.readiness.answer")}
        hint={t("programme.readiness.answerHint")}
        problem={form.problem("answer")}
        isOptional={form.value("status") !== "done"}
      >
        <textarea {...form.input("answer")} rows={5} maxLength={4000} />
      </Field>
      <PersonField
        form={form}
        name="ownerNumber"
        label={t("programme.readiness.owner")}
        hint={t("programme.goals.ownerHint")}
        isOptional
      />
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={form.isSubmitting}>
          {t("programme.readiness.save")}
        </button>
      </div>
    </Form>
  );
}
