import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { type FormAnswer, formErrors, parseForm, readForm } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { isAppError } from "~/kernel/app-error";
import { companyToday } from "~/modules/access/company.server";
import { listExchangeRates, saveExchangeRate, saveSettings } from "~/modules/access/company-settings.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { exchangeRateEntry, settingsEntry } from "~/modules/access/settings";
import { Field } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "settings.manage");
  const [company, rates] = await Promise.all([companyToday(sql()), listExchangeRates(scope)]);
  return { company, rates };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "settings.manage");
  const values = await readForm(request);
  if (values["intent"] === "rate") {
    const rate = parseForm(exchangeRateEntry, values);
    if (!rate.ok) return rate.answer;
    const { reportingCurrency } = await companyToday(sql());
    if (rate.value.currency === reportingCurrency)
      return formErrors(values, { currency: { key: "ownCurrency" } });
    await saveExchangeRate(scope, rate.value);
    return redirect("/settings?done=rate");
  }
  const entry = parseForm(settingsEntry, values);
  if (!entry.ok) return entry.answer;
  try {
    await saveSettings(scope, entry.value);
  } catch (error) {
    if (isAppError(error) && error.code === "conflict")
      return formErrors(values, { reportingCurrency: { key: "currencyInUse" } });
    throw error;
  }
  return redirect("/settings?done=company");
});

const noErrors: FormAnswer["errors"] = {};

export default function Settings() {
  const { company, rates } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const format = useFormat();
  const isRate = result?.values["intent"] === "rate";
  const companyErrors = isRate ? noErrors : (result?.errors ?? noErrors);
  const rateErrors = isRate ? result.errors : noErrors;
  const typed = isRate ? {} : (result?.values ?? {});
  return (
    <div className="page">
      <PageHeader title={t("access.settings.title")} subtitle={t("access.settings.subtitle")} />
      {search.has("done") && !result && (
        <p className="notice" role="status">
          {t("access.settings.saved")}
        </p>
      )}
      <Form method="post" className="form">
        <Field label={t("access.setUp.companyName")} problem={companyErrors["name"]}>
          <input name="name" defaultValue={typed["name"] ?? company.name} required />
        </Field>
        <div className="form-pair">
          <Field
            label={t("access.setUp.currency")}
            hint={t("access.setUp.currencyHint")}
            problem={companyErrors["reportingCurrency"]}
          >
            <input
              name="reportingCurrency"
              maxLength={3}
              defaultValue={typed["reportingCurrency"] ?? company.reportingCurrency}
              required
            />
          </Field>
          <Field
            label={t("access.setUp.timeZone")}
            hint={t("access.setUp.timeZoneHint")}
            problem={companyErrors["timeZone"]}
          >
            <input name="timeZone" defaultValue={typed["timeZone"] ?? company.timeZone} required />
          </Field>
        </div>
        <div className="form-actions">
          <button type="submit" className="button primary" name="intent" value="company">
            {t("access.settings.save")}
          </button>
        </div>
      </Form>
      <section className="section">
        <div className="section-head">
          <div>
            <h2>{t("access.settings.rates")}</h2>
            <p className="sub">{t("access.settings.ratesText", { currency: company.reportingCurrency })}</p>
          </div>
        </div>
        <Form method="post" className="form">
          <div className="form-pair">
            <Field label={t("access.settings.currency")} problem={rateErrors["currency"]}>
              <input
                name="currency"
                maxLength={3}
                placeholder="USD"
                defaultValue={isRate ? result.values["currency"] : ""}
                required
              />
            </Field>
            <Field label={t("access.settings.month")} problem={rateErrors["month"]}>
              <input
                name="month"
                type="month"
                placeholder="2026-01"
                defaultValue={isRate ? result.values["month"] : ""}
                required
              />
            </Field>
          </div>
          <Field
            label={t("access.settings.rate", { currency: company.reportingCurrency })}
            hint={t("access.settings.rateHint")}
            problem={rateErrors["rate"]}
          >
            <input
              name="rate"
              inputMode="decimal"
              placeholder="0.92"
              defaultValue={isRate ? result.values["rate"] : ""}
              required
            />
          </Field>
          <div className="form-actions">
            <button type="submit" className="button" name="intent" value="rate">
              {t("access.settings.addRate")}
            </button>
          </div>
        </Form>
        {rates.length === 0 ? (
          <p className="sub" style={{ marginTop: 16 }}>
            {t("access.settings.noRates")}
          </p>
        ) : (
          <div className="table-frame" style={{ maxWidth: 560, marginTop: 16 }}>
            <table className="data">
              <thead>
                <tr>
                  <th>{t("access.settings.currency")}</th>
                  <th>{t("access.settings.month")}</th>
                  <th className="n">{company.reportingCurrency}</th>
                </tr>
              </thead>
              <tbody>
                {rates.map((rate) => (
                  <tr key={rate.currency + rate.month}>
                    <td>{rate.currency}</td>
                    <td>{format.month(rate.month)}</td>
                    <td className="n">{rate.rateToReporting}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  );
}
