import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import type { ContactChoice } from "../list-contacts.server";
import { type SatisfactionKind, satisfactionScales } from "../satisfaction-response";
import styles from "./satisfaction-fields.module.css";
import { WhoFields } from "./who-fields";

interface Props {
  readonly form: RecordForm;
  readonly kind: SatisfactionKind;
  readonly contacts: readonly ContactChoice[];
}

/** The question decides the scale: one button for each possible answer, so that none off the scale can be given. */
export function SatisfactionFields({ form, kind, contacts }: Props) {
  const { t } = useTranslation();
  const { input, problem } = form;
  const { min, max } = satisfactionScales[kind];
  const scores = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
  const { defaultValue, ...score } = input("score");
  const refused = problem("score");
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <fieldset className={`field ${styles.scale}`} aria-describedby={refused ? "score-error" : undefined}>
        <legend>{t(`customers.satisfaction.${kind}Question`)}</legend>
        <div className={styles.scores}>
          {scores.map((value) => (
            <label key={value} className={styles.score}>
              <input type="radio" {...score} value={value} defaultChecked={defaultValue === value} required />
              <span>{value}</span>
            </label>
          ))}
        </div>
        <p className={`hint ${styles.ends}`}>
          <span>
            {min}: {t(`customers.satisfaction.${kind}Low`)}
          </span>
          <span>
            {max}: {t(`customers.satisfaction.${kind}High`)}
          </span>
        </p>
        {refused && (
          <p className="error" id="score-error" role="alert">
            {t(`errors.field.${refused.key}` as "errors.field.invalid", { ...refused.params })}
          </p>
        )}
      </fieldset>
      <Field label={t("customers.satisfaction.answeredOn")} problem={problem("answeredOn")}>
        <input type="date" {...input("answeredOn")} required />
      </Field>
      <WhoFields form={form} contacts={contacts} employeeLabel={t("customers.satisfaction.employee")} />
      <Field label={t("customers.satisfaction.comment")} problem={problem("comment")} isOptional>
        <textarea {...input("comment")} rows={3} />
      </Field>
    </>
  );
}
