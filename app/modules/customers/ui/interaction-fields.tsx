import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { interactionChannels, interactionDirections } from "../interaction";
import type { ContactChoice } from "../list-contacts.server";
import { WhoFields } from "./who-fields";

export function InteractionFields({
  form,
  contacts,
}: {
  form: RecordForm;
  contacts: readonly ContactChoice[];
}) {
  const { t } = useTranslation();
  const { input, problem } = form;
  return (
    <>
      <Field label={t("customers.interaction.subject")} problem={problem("subject")}>
        <textarea {...input("subject")} required rows={3} maxLength={500} />
      </Field>
      <div className="form-pair">
        <Field label={t("customers.interaction.channel")} problem={problem("channel")}>
          <select {...input("channel")}>
            {interactionChannels.map((channel) => (
              <option key={channel} value={channel}>
                {t(`customers.channel.${channel}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t("customers.interaction.direction")} problem={problem("direction")} isOptional>
          <select {...input("direction")}>
            <option value="">{t("customers.interaction.notSaid")}</option>
            {interactionDirections.map((direction) => (
              <option key={direction} value={direction}>
                {t(`customers.direction.${direction}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div className="form-pair">
        <Field label={t("customers.interaction.on")} problem={problem("occurredOn")}>
          <input type="date" {...input("occurredOn")} required />
        </Field>
        <Field
          label={t("customers.interaction.time")}
          hint={t("customers.interaction.timeHint")}
          problem={problem("occurredTime")}
          isOptional
        >
          <input type="time" {...input("occurredTime")} />
        </Field>
      </div>
      <Field label={t("customers.interaction.minutes")} problem={problem("minutes")} isOptional>
        <input inputMode="numeric" {...input("minutes")} />
      </Field>
      <WhoFields form={form} contacts={contacts} employeeLabel={t("customers.interaction.employee")} />
    </>
  );
}
