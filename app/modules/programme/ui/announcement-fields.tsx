import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import type { UnitOption } from "../list-units.server";
import { UnitField } from "./unit-field";

export function AnnouncementFields({ form, units }: { form: RecordForm; units: readonly UnitOption[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("programme.announcements.titleField")} problem={form.problem("title")}>
        <input {...form.input("title")} maxLength={160} required />
      </Field>
      <Field label={t("programme.announcements.body")} problem={form.problem("body")}>
        <textarea {...form.input("body")} rows={10} maxLength={8000} required />
      </Field>
      <UnitField
        form={form}
        label={t("programme.announcements.unitCode")}
        hint={t("programme.announcements.unitHint")}
        units={units}
      />
      <label className="check">
        <input type="checkbox" name="asksToConfirm" value="yes" />
        {t("programme.announcements.asksToConfirm")}
      </label>
    </>
  );
}
