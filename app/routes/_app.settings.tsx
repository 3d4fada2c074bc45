import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { parseForm, readForm } from "~/http/forms.server";
import { isAppError } from "~/kernel/app-error";
import { companyToday } from "~/modules/access/company.server";
import { saveSettings } from "~/modules/access/company-settings.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { settingsEntry } from "~/modules/access/settings";
import { Field } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "settings.manage");
  return { company: await companyToday(sql()) };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "settings.manage");
  const values = await readForm(request);
  const entry = parseForm(settingsEntry, values);
  if (!entry.ok) return entry.answer;
  try {
    await saveSettings(scope, entry.value);
  } catch (error) {
    if (isAppError(error) && error.code === "conflict")
      return redirect(`/settings/currency?to=${entry.value.reportingCurrency}`);
    throw error;
  }
  return redirect("/settings?done=company");
});

export default function Settings() {
  const { company } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const typed = result?.values ?? {};
  return (
    <div className="page">
      <PageHeader title={t("access.settings.title")} subtitle={t("access.settings.subtitle")} />
      {search.has("done") && !result && (
        <p className="notice" role="status" style={{ marginBottom: 16 }}>
          {search.get("done") === "currency"
            ? t("rates.switch.done", { to: company.reportingCurrency })
            : t("access.settings.saved")}
        </p>
      )}
      <Form method="post" className="form">
        <Field label={t("access.setUp.companyName")} problem={result?.errors["name"]}>
          <input name="name" defaultValue={typed["name"] ?? company.name} required />
        </Field>
        <div className="form-pair">
          <Field
            label={t("access.setUp.currency")}
            hint={t("access.setUp.currencyHint")}
            problem={result?.errors["reportingCurrency"]}
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
            problem={result?.errors["timeZone"]}
          >
            <input name="timeZone" defaultValue={typed["timeZone"] ?? company.timeZone} required />
          </Field>
        </div>
        <div className="form-actions">
          <button type="submit" className="button primary">
            {t("access.settings.save")}
          </button>
        </div>
      </Form>
      <section className="section">
        <div className="section-head">
          <div>
            <h2>
              <Link to="/settings/rates">{t("rates.title")}</Link>
            </h2>
            <p className="sub">{t("rates.subtitle", { currency: company.reportingCurrency })}</p>
          </div>
        </div>
      </section>
    </div>
  );
}
