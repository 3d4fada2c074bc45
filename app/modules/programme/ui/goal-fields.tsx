import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { goalKinds } from "../goal";
import type { UnitOption } from "../list-units.server";
import { metricIds, metricOf } from "../metric-library";
import { PersonField } from "./person-field";
import { UnitField } from "./unit-field";

interface Props {
  readonly form: RecordForm;
  readonly units: readonly UnitOption[];
  readonly currency: string;
}

/** Without JavaScript all fields stand there; with it a judged goal is not asked for a metric. */
export function GoalFields({ form, units, currency }: Props) {
  const { t } = useTranslation();
  const isMeasured = form.value("kind") !== "qualitative";
  return (
    <>
      <Field
        label={t("programme.goals.titleField")}
        hint={t("programme.goals.titleHint")}
        problem={form.problem("title")}
      >
        <input {...form.input("title")} maxLength={160} required />
      </Field>
      <Field label={t("programme.goals.kind")} problem={form.problem("kind")}>
        <select {...form.input("kind")}>
          {goalKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`programme.goals.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label={t("programme.goals.description")}
        hint={t("programme.goals.descriptionHint")}
        problem={form.problem("description")}
        isOptional={isMeasured}
      >
        <textarea {...form.input("description")} rows={3} maxLength={2000} />
      </Field>
      {isMeasured && (
        <Field label={t("programme.goals.metric")} problem={form.problem("metric")}>
          <select {...form.input("metric")}>
            <option value="">{t("programme.goals.chooseMetric")}</option>
            {metricIds.map((id) => (
              <option key={id} value={id}>
                {t(`programme.metric.${id}`)} ({t(`programme.unit.${metricOf(id).unit}`, { currency })})
              </option>
            ))}
          </select>
        </Field>
      )}
      <UnitField
        form={form}
        label={t("programme.goals.unitCode")}
        hint={t("programme.goals.unitHint")}
        units={units}
      />
      <div className="form-pair">
        <Field label={t("programme.goals.baselineOn")} problem={form.problem("baselineOn")}>
          <input {...form.input("baselineOn")} type="date" required />
        </Field>
        <Field label={t("programme.goals.dueOn")} problem={form.problem("dueOn")}>
          <input {...form.input("dueOn")} type="date" required />
        </Field>
      </div>
      {isMeasured && (
        <div className="form-pair">
          <Field
            label={t("programme.goals.baselineValue")}
            hint={t("programme.goals.baselineHint")}
            problem={form.problem("baselineValue")}
            isOptional
          >
            <input {...form.input("baselineValue")} inputMode="decimal" />
          </Field>
          <Field
            label={t("programme.goals.targetValue")}
            hint={t("programme.goals.targetHint")}
            problem={form.problem("targetValue")}
          >
            <input {...form.input("targetValue")} inputMode="decimal" />
          </Field>
        </div>
      )}
      <PersonField
        form={form}
        name="ownerNumber"
        label={t("programme.goals.ownerNumber")}
        hint={t("programme.goals.ownerHint")}
        isOptional
      />
    </>
  );
}
