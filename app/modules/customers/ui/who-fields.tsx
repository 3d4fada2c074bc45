import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import { LookupField } from "~/ui/forms/lookup-field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import type { ContactChoice } from "../list-contacts.server";

interface Props {
  readonly form: RecordForm;
  readonly contacts: readonly ContactChoice[];
  readonly employeeLabel: string;
}

/** Who of us and who of them; both may stay open. */
export function WhoFields({ form: { input, problem }, contacts, employeeLabel }: Props) {
  const { t } = useTranslation();
  return (
    <div className="form-pair">
      <LookupField
        source="employees"
        label={employeeLabel}
        hint={t("customers.interaction.employeeHint")}
        problem={problem("employeeNumber")}
        isOptional
        {...input("employeeNumber")}
      />
      <Field label={t("customers.interaction.contact")} problem={problem("contactId")} isOptional>
        <select {...input("contactId")}>
          <option value="">{t("customers.interaction.nobody")}</option>
          {contacts.map((contact) => (
            <option key={contact.id} value={contact.id}>
              {contact.jobTitle ? `${contact.name}, ${contact.jobTitle}` : contact.name}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
