import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import type { Consequences } from "../count-consequences.server";
import { leaveReasons } from "../departure";

interface Props {
  readonly form: RecordForm;
  readonly name: string;
  readonly consequences: Consequences;
}

export function DepartureFields({ form, name, consequences }: Props) {
  const { t } = useTranslation();
  const { accountsServed, directReports, hasLogin } = consequences;
  return (
    <>
      <Field
        label={t("people.departure.leftOn")}
        hint={t("people.departure.leftOnHint")}
        problem={form.problem("leftOn")}
      >
        <input {...form.input("leftOn")} type="date" required />
      </Field>
      <Field label={t("people.departure.reason")} problem={form.problem("leaveReason")}>
        <select {...form.input("leaveReason")} required>
          <option value="">{t("people.departure.chooseReason")}</option>
          {leaveReasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(`people.departure.reasonName.${reason}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label={t("people.departure.regretted")}
        hint={t("people.departure.regrettedHint")}
        problem={form.problem("regretted")}
      >
        <select {...form.input("regretted")}>
          <option value="">{t("people.departure.undecided")}</option>
          <option value="yes">{t("common.yes")}</option>
          <option value="no">{t("common.no")}</option>
        </select>
      </Field>
      <div className="notice warn">
        <p className="strong">{t("people.departure.consequences")}</p>
        <ul>
          <li>{t("people.departure.ends")}</li>
          <li>
            {accountsServed === 0
              ? t("people.departure.noAccounts", { name })
              : t("people.departure.accounts", { count: accountsServed, name })}
          </li>
          {directReports > 0 && <li>{t("people.departure.reports", { count: directReports, name })}</li>}
          {hasLogin && <li>{t("people.departure.login")}</li>}
        </ul>
      </div>
    </>
  );
}
