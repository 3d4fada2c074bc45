import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, type FieldProblem } from "~/ui/forms/field";
import { AcquisitionUnitsField, type ShownUnit } from "./acquisition-units-field";

interface Props {
  readonly version: number;
  readonly units: readonly (ShownUnit & { readonly isCounted: boolean })[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, FieldProblem>>;
}

const numbers = ["discountPercent", "horizonMonths", "salesCycleMonths"] as const;

/** Assumptions of customer money. Whatever is assumed names its source; left empty it is not measurable yet. */
export function AssumptionsForm({ version, units, values, errors }: Props) {
  const { t } = useTranslation();
  const chosen =
    values["unitIds"] === undefined
      ? units.filter((unit) => unit.isCounted).map(({ id }) => id)
      : values["unitIds"].split(",");
  return (
    <Form method="post" className="form">
      {errors["basedOn"] && (
        <p className="notice bad" role="alert">
          {t("errors.field.changedMeanwhile")}
        </p>
      )}
      <input type="hidden" name="basedOn" value={version} />
      {numbers.map((name) => (
        <Field
          key={name}
          label={t(`money.settings.field.${name}`)}
          hint={t(`money.settings.hint.${name}`)}
          problem={errors[name]}
        >
          <input name={name} inputMode="decimal" defaultValue={values[name]} required />
        </Field>
      ))}
      <AcquisitionUnitsField
        units={units}
        by={values["unitsBy"] ?? "name"}
        chosen={chosen}
        problem={errors["unitIds"]}
      />
      <div className="form-pair">
        <Field
          label={t("money.settings.field.referrals")}
          hint={t("money.settings.hint.referrals")}
          problem={errors["referrals"]}
          isOptional
        >
          <input name="referrals" inputMode="decimal" defaultValue={values["referrals"]} />
        </Field>
        <Field
          label={t("money.settings.field.source")}
          hint={t("money.settings.hint.source")}
          problem={errors["referralSource"]}
          isOptional
        >
          <input name="referralSource" maxLength={300} defaultValue={values["referralSource"]} />
        </Field>
      </div>
      <div className="form-pair">
        <Field
          label={t("money.settings.field.exitAmount")}
          hint={t("money.settings.hint.exitAmount")}
          problem={errors["exitAmount"]}
          isOptional
        >
          <input name="exitAmount" inputMode="decimal" defaultValue={values["exitAmount"]} />
        </Field>
        <Field label={t("money.column.currency")} problem={errors["exitCurrency"]}>
          <input name="exitCurrency" maxLength={3} autoComplete="off" defaultValue={values["exitCurrency"]} />
        </Field>
      </div>
      <Field
        label={t("money.settings.field.source")}
        hint={t("money.settings.hint.source")}
        problem={errors["exitSource"]}
        isOptional
      >
        <input name="exitSource" maxLength={300} defaultValue={values["exitSource"]} />
      </Field>
      <div className="form-actions">
        <button type="submit" className="button primary">
          {t("money.settings.save")}
        </button>
      </div>
    </Form>
  );
}
