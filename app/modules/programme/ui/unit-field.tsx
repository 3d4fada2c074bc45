import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import type { UnitOption } from "../list-units.server";

interface Props {
  readonly form: RecordForm;
  readonly label: string;
  readonly hint: string;
  readonly units: readonly UnitOption[];
}

export function UnitField({ form, label, hint, units }: Props) {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={hint} problem={form.problem("unitCode")}>
      <select {...form.input("unitCode")}>
        <option value="">{t("programme.noCompanyUnit")}</option>
        {units.map((unit) => (
          <option key={unit.code} value={unit.code}>
            {"\u2003".repeat(unit.depth)}
            {unit.name}
          </option>
        ))}
      </select>
    </Field>
  );
}
