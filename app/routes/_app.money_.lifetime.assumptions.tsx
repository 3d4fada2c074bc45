import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { parseForm, readForm } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { moneySettingsForm } from "~/modules/roi/lifetime/money-settings";
import { readMoneySettings } from "~/modules/roi/lifetime/read-money-settings.server";
import { saveMoneySettings } from "~/modules/roi/lifetime/save-money-settings.server";
import { Field } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "scenarios.write");
  const settings = await readMoneySettings(sql());
  return {
    initial: {
      discountPercent: String(Math.round(settings.discountRate * 10_000) / 100),
      horizonMonths: String(settings.horizonMonths),
      salesCycleMonths: String(settings.salesCycleMonths),
    } as Record<string, string>,
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "scenarios.write");
  const entry = parseForm(moneySettingsForm, await readForm(request));
  if (!entry.ok) return entry.answer;
  const before = await readMoneySettings(sql());
  await saveMoneySettings(scope, {
    ...before,
    discountRate: entry.value.discountPercent / 100,
    horizonMonths: entry.value.horizonMonths,
    salesCycleMonths: entry.value.salesCycleMonths,
  });
  return redirect("/money/lifetime");
});

const fields = ["discountPercent", "horizonMonths", "salesCycleMonths"] as const;

export default function Assumptions() {
  const { initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/money/lifetime">{t("money.title.lifetime")}</Link>}
        title={t("money.settings.title")}
        subtitle={t("money.settings.subtitle")}
      />
      <Form method="post" className="form">
        {fields.map((name) => (
          <Field
            key={name}
            label={t(`money.settings.field.${name}`)}
            hint={t(`money.settings.hint.${name}`)}
            problem={answer?.errors[name]}
          >
            <input
              name={name}
              inputMode="decimal"
              defaultValue={answer?.values[name] ?? initial[name]}
              required
            />
          </Field>
        ))}
        <div className="form-actions">
          <button type="submit" className="button primary">
            {t("money.settings.save")}
          </button>
        </div>
      </Form>
    </div>
  );
}
