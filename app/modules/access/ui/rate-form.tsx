import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field } from "~/ui/forms/field";
import { useRecordForm } from "~/ui/forms/use-record-form";
import type { RateCell } from "../list-exchange-rates.server";
import { exchangeRateEntry } from "../settings";

interface Props {
  /** The cell that was clicked, or none for a new rate. */
  readonly cell: Pick<RateCell, "currency" | "month" | "rate"> | null;
  readonly reportingCurrency: string;
  readonly answer: Parameters<typeof useRecordForm>[0]["answer"];
}

export function RateForm({ cell, reportingCurrency, answer }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const month = cell?.month.slice(0, 7) ?? "";
  const form = useRecordForm({
    schema: exchangeRateEntry,
    initial: { currency: cell?.currency ?? "", month, rate: cell?.rate ?? "" },
    answer,
  });
  return (
    <section id="rate">
      <h2 style={{ marginBottom: 12 }}>
        {cell
          ? t("rates.editTitle", { currency: cell.currency, month: format.month(cell.month) })
          : t("rates.addTitle")}
      </h2>
      <Form {...form.form} className="form" preventScrollReset>
        <div className="form-pair">
          <Field label={t("rates.currency")} problem={form.problem("currency")}>
            <input {...form.input("currency")} maxLength={3} placeholder="USD" required />
          </Field>
          <Field label={t("rates.month")} problem={form.problem("month")}>
            <input {...form.input("month")} type="month" placeholder="2026-01" required />
          </Field>
        </div>
        <Field
          label={t("rates.rate", { currency: reportingCurrency })}
          hint={t("rates.rateHint")}
          problem={form.problem("rate")}
        >
          <input {...form.input("rate")} inputMode="decimal" placeholder="0.92" required />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={form.isSubmitting}>
            {t("rates.save")}
          </button>
          {cell && (
            <Link className="button quiet" to="/settings/rates" preventScrollReset>
              {t("common.action.cancel")}
            </Link>
          )}
        </div>
      </Form>
      {cell?.rate && (
        <details className="no-print" style={{ marginTop: 12 }}>
          <summary className="small">{t("rates.remove")}</summary>
          <Form method="post" className="row" style={{ marginTop: 8 }}>
            <input type="hidden" name="currency" value={cell.currency} />
            <input type="hidden" name="month" value={month} />
            <button type="submit" name="intent" value="remove" className="button danger small">
              {t("rates.remove")}
            </button>
            <span className="sub">{t("rates.removeText")}</span>
          </Form>
        </details>
      )}
    </section>
  );
}
