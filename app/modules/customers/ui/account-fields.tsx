import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import { LookupField } from "~/ui/forms/lookup-field";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { accountTypes } from "../account";

/** What creating and editing an account have in common. */
export function AccountFields({ form: { input, problem } }: { form: RecordForm }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="form-pair">
        <Field label={t("customers.account.type")} problem={problem("type")}>
          <select {...input("type")}>
            {accountTypes.map((type) => (
              <option key={type} value={type}>
                {t(`customers.type.${type}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t("customers.account.acquiredOn")} problem={problem("acquiredOn")}>
          <input type="date" {...input("acquiredOn")} required />
        </Field>
      </div>
      <div className="form-pair">
        <Field label={t("customers.account.segment")} problem={problem("segment")} isOptional>
          <input {...input("segment")} />
        </Field>
        <Field label={t("customers.account.industry")} problem={problem("industry")} isOptional>
          <input {...input("industry")} />
        </Field>
      </div>
      <div className="form-pair">
        <Field label={t("customers.account.region")} problem={problem("region")} isOptional>
          <input {...input("region")} />
        </Field>
        <Field label={t("customers.account.country")} problem={problem("country")} isOptional>
          <input {...input("country")} autoComplete="off" />
        </Field>
      </div>
      <LookupField
        source="accounts"
        label={t("customers.account.parent")}
        hint={t("customers.account.parentHint")}
        problem={problem("parentNumber")}
        isOptional
        {...input("parentNumber")}
      />
      <div className="form-pair">
        <Field
          label={t("customers.account.acquisitionCost")}
          hint={t("customers.account.acquisitionCostHint")}
          problem={problem("acquisitionCost")}
          isOptional
        >
          <input inputMode="decimal" {...input("acquisitionCost")} />
        </Field>
        <Field label={t("customers.account.currency")} problem={problem("currency")} isOptional>
          <input {...input("currency")} maxLength={3} autoComplete="off" />
        </Field>
      </div>
    </>
  );
}
