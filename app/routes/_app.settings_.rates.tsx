import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { formErrors, parseForm, readForm } from "~/http/forms.server";
import { companyToday } from "~/modules/access/company.server";
import { listExchangeRates } from "~/modules/access/list-exchange-rates.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { removeExchangeRate, saveExchangeRate } from "~/modules/access/save-exchange-rate.server";
import { exchangeRateEntry } from "~/modules/access/settings";
import { RateForm } from "~/modules/access/ui/rate-form";
import { RateGaps } from "~/modules/access/ui/rate-gaps";
import { RateTable } from "~/modules/access/ui/rate-table";
import { EmptyState } from "~/ui/primitives/empty-state";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) =>
  listExchangeRates(await requireScope(request, "settings.manage")),
);

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "settings.manage");
  const values = await readForm(request);
  if (values["intent"] === "remove") {
    await removeExchangeRate(scope, values["currency"] ?? "", `${values["month"] ?? ""}-01`);
    return redirect("/settings/rates?done=removed");
  }
  const rate = parseForm(exchangeRateEntry, values);
  if (!rate.ok) return rate.answer;
  const { reportingCurrency } = await companyToday(sql());
  if (rate.value.currency === reportingCurrency)
    return formErrors(values, { currency: { key: "ownCurrency" } });
  await saveExchangeRate(scope, rate.value);
  return redirect("/settings/rates?done=saved");
});

export default function ExchangeRates() {
  const table = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const done = search.get("done");
  const [currency = "", month = ""] = (search.get("edit") ?? "").split(" ");
  const edited =
    /^[A-Z]{3}$/.test(currency) && /^\d{4}-\d{2}$/.test(month)
      ? { currency, month: `${month}-01`, rate: rateIn(table.months, currency, month) }
      : null;
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/settings">{t("access.settings.title")}</Link>}
        title={t("rates.title")}
        subtitle={t("rates.subtitle", { currency: table.reportingCurrency })}
        actions={
          <Link to="/import?kind=exchange-rates" className="button">
            {t("rates.import")}
          </Link>
        }
      />
      {(done === "saved" || done === "removed") && !answer && (
        <p className="notice" role="status" style={{ marginBottom: 16 }}>
          {t(`rates.${done}`)}
        </p>
      )}
      <RateGaps gaps={table.gaps} withoutAnyRate={table.withoutAnyRate} />
      <RateForm
        key={`${currency} ${month} ${done ?? ""}`}
        cell={edited}
        reportingCurrency={table.reportingCurrency}
        answer={answer}
      />
      <section className="section">
        <p className="sub" style={{ maxWidth: 760, marginBottom: 12 }}>
          {t("rates.rule")}
        </p>
        {table.currencies.length === 0 ? (
          <EmptyState title={t("rates.emptyTitle")}>{t("rates.emptyText")}</EmptyState>
        ) : (
          <RateTable
            currencies={table.currencies}
            months={table.months}
            reportingCurrency={table.reportingCurrency}
          />
        )}
      </section>
    </div>
  );
}

function rateIn(
  months: ReturnType<typeof useLoaderData<typeof loader>>["months"],
  currency: string,
  month: string,
): string | null {
  const row = months.find((each) => each.month.slice(0, 7) === month);
  return row?.cells.find((cell) => cell.currency === currency)?.rate ?? null;
}
