import { useTranslation } from "react-i18next";
import { Field, type FieldProblem } from "~/ui/forms/field";
import { roles } from "../roles";

interface Props {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly errors: Readonly<Record<string, FieldProblem>>;
}

/** Name, e-mail, roles and what bounds them; the roles are joined by commas in `values.roles`. */
export function UserFields({ values, errors }: Props) {
  const { t } = useTranslation();
  const held = (values["roles"] ?? "").split(",");
  return (
    <>
      <Field label={t("access.user.name")} problem={errors["name"]}>
        <input name="name" defaultValue={values["name"]} autoComplete="off" required />
      </Field>
      <Field label={t("access.user.email")} problem={errors["email"]}>
        <input name="email" type="email" defaultValue={values["email"]} autoComplete="off" required />
      </Field>
      <fieldset
        className="field"
        style={{ border: 0 }}
        aria-describedby={errors["roles"] ? "roles-error" : undefined}
      >
        <legend>{t("access.user.roles")}</legend>
        {roles.map((role) => (
          <label key={role} className="check">
            <input type="checkbox" name="roles" value={role} defaultChecked={held.includes(role)} />
            <span>
              {t(`common.role.${role}`)}{" "}
              <span className="muted small">{t(`access.roleMeaning.${role}`)}</span>
            </span>
          </label>
        ))}
        {errors["roles"] && (
          <p className="error" id="roles-error" role="alert">
            {t("errors.field.chooseRole")}
          </p>
        )}
      </fieldset>
      <div className="form-pair">
        <Field
          label={t("access.user.unitCode")}
          hint={t("access.user.unitHint")}
          problem={errors["unitCode"]}
          isOptional
        >
          <input name="unitCode" defaultValue={values["unitCode"]} list="unit-codes" autoComplete="off" />
        </Field>
        <Field
          label={t("access.user.employeeNumber")}
          hint={t("access.user.employeeHint")}
          problem={errors["employeeNumber"]}
          isOptional
        >
          <input name="employeeNumber" defaultValue={values["employeeNumber"]} autoComplete="off" />
        </Field>
      </div>
    </>
  );
}

/** The unit field's suggestions. */
export function UnitCodes({ units }: { units: readonly { code: string; name: string }[] }) {
  return (
    <datalist id="unit-codes">
      {units.map((unit) => (
        <option key={unit.code} value={unit.code}>
          {unit.name}
        </option>
      ))}
    </datalist>
  );
}
