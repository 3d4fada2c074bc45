import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { type FormAnswer, readForm, submitting } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { handOver } from "~/modules/linkage/assignments/hand-over.server";
import { choicesOf, handoverDetails } from "~/modules/linkage/assignments/handover";
import { prepareHandover } from "~/modules/linkage/assignments/prepare-handover.server";
import { HandoverForm } from "~/modules/linkage/assignments/ui/handover-form";
import { LookupField } from "~/ui/forms/lookup-field";
import { EmptyState } from "~/ui/primitives/empty-state";
import { PageHeader } from "~/ui/primitives/page-header";

/** As many as a page of the list shows. */
const mostAccounts = 50;

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "assignments.write");
  const search = new URL(request.url).searchParams;
  const accountIds = [...new Set(search.getAll("account"))].slice(0, mostAccounts);
  const of =
    accountIds.length > 1
      ? { accountIds }
      : accountIds[0] === undefined
        ? { employeeId: search.get("employee") ?? "" }
        : { accountId: accountIds[0] };
  const plan = await prepareHandover(scope, of, search.getAll("colleague").slice(0, 20));
  return {
    ...plan,
    /** Chosen accounts that nobody manages. */
    skipped: accountIds.length > 1 ? accountIds.length - plan.subject.ids.length : 0,
    assignments: plan.assignments.map((row) => ({ ...row, revenue12mMinor: row.revenue12mMinor.toString() })),
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "assignments.write");
  const values = await readForm(request);
  if (values["intent"] === "preview") return data<FormAnswer>({ values, errors: {} });
  return submitting(handoverDetails, values, async (details) => {
    const count = await handOver(scope, details, choicesOf(values));
    return redirect(`/handovers?done=${count}`);
  });
});

export default function NewHandover() {
  const plan = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const format = useFormat();
  const { subject, departedOn } = plan;
  return (
    <div className="page">
      <PageHeader
        title={
          subject.kind === "accounts"
            ? t("assignments.handover.titleAccounts", { count: subject.ids.length })
            : t(
                subject.kind === "employee"
                  ? "assignments.handover.title"
                  : "assignments.handover.titleAccount",
                {
                  name: subject.name,
                },
              )
        }
        subtitle={t("assignments.handover.subtitle")}
        crumbs={<Link to="/handovers">{t("assignments.list.title")}</Link>}
      />
      {plan.assignments.length === 0 ? (
        <EmptyState
          title={t("assignments.handover.nothing")}
          action={
            <Link className="button" to="/handovers">
              {t("assignments.handover.back")}
            </Link>
          }
        >
          {t("assignments.handover.nothingText", { name: subject.name })}
        </EmptyState>
      ) : (
        <>
          {departedOn && (
            <p className="notice warn" style={{ marginBottom: 16 }}>
              {t("assignments.handover.departed", { name: subject.name, date: format.date(departedOn) })}
            </p>
          )}
          {plan.skipped > 0 && (
            <p className="notice warn" style={{ marginBottom: 16 }}>
              {t("assignments.handover.skipped", { count: plan.skipped })}
            </p>
          )}
          {plan.successors.length === 0 && (
            <p className="notice warn">{t("assignments.handover.nobodyElse")}</p>
          )}
          <HandoverForm
            key={search.toString()}
            plan={plan}
            typed={result?.values ?? null}
            problems={result?.errors ?? {}}
          />
          <Form method="get" className="section form">
            {subject.ids.map((id) => (
              <input
                key={id}
                type="hidden"
                name={subject.kind === "employee" ? "employee" : "account"}
                value={id}
              />
            ))}
            {search.getAll("colleague").map((number) => (
              <input key={number} type="hidden" name="colleague" value={number} />
            ))}
            <LookupField
              source="employees"
              name="colleague"
              label={t("assignments.handover.addColleague")}
              hint={t("assignments.handover.addColleagueHint")}
            />
            <div className="form-actions">
              <button type="submit" className="button">
                {t("assignments.handover.add")}
              </button>
            </div>
          </Form>
        </>
      )}
    </div>
  );
}
