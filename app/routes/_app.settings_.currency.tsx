import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { formErrors, readForm } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import {
  planCurrencySwitch,
  switchReportingCurrency,
} from "~/modules/access/switch-reporting-currency.server";
import { CurrencySwitchPlan } from "~/modules/access/ui/currency-switch-plan";
import { PageHeader } from "~/ui/primitives/page-header";

const newCurrency = (request: Request) =>
  (new URL(request.url).searchParams.get("to") ?? "").trim().toUpperCase();

export const loader = answering(async ({ request }: LoaderFunctionArgs) =>
  planCurrencySwitch(await requireScope(request, "settings.manage"), newCurrency(request)),
);

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "settings.manage");
  const values = await readForm(request);
  if (values["intent"] !== "confirm") return formErrors(values, { form: { key: "required" } });
  await switchReportingCurrency(scope, newCurrency(request));
  return redirect("/settings?done=currency");
});

export default function ReportingCurrency() {
  const plan = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { from, to } = plan;
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/settings">{t("access.settings.title")}</Link>}
        title={t("rates.switch.title", { from, to })}
        subtitle={t("rates.switch.subtitle", { to })}
      />
      {plan.hasNoRate ? (
        <div className="empty">
          <h2>{t("rates.switch.refusedTitle", { to })}</h2>
          <p>{t("rates.switch.refusedText", { from, to })}</p>
          <Link to="/settings/rates" className="button primary">
            {t("rates.addTitle")}
          </Link>
        </div>
      ) : (
        <>
          <CurrencySwitchPlan plan={plan} />
          <Form method="post" className="form-actions" style={{ marginTop: 20 }}>
            <button type="submit" name="intent" value="confirm" className="button danger">
              {t("rates.switch.confirm", { to })}
            </button>
            <Link to="/settings" className="button">
              {t("common.action.cancel")}
            </Link>
          </Form>
        </>
      )}
    </div>
  );
}
