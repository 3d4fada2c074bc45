import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { assignmentEndCauses } from "~/modules/linkage/assignments/assignment";
import {
  changeShare,
  endAssignment,
  getAssignment,
} from "~/modules/linkage/assignments/change-assignment.server";
import { assignmentEnd, shareChange } from "~/modules/linkage/assignments/handover";
import { Field } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "assignments.write");
  const [assignment, company] = await Promise.all([
    getAssignment(scope, params["accountId"] ?? "", params["assignmentId"] ?? ""),
    companyToday(sql()),
  ]);
  return { assignment, today: company.today };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "assignments.write");
  const { id, accountId } = await getAssignment(
    scope,
    params["accountId"] ?? "",
    params["assignmentId"] ?? "",
  );
  const values = await readForm(request);
  const done = () => redirect(`/accounts/${accountId}/team`);
  if (values["intent"] === "end") {
    return submitting(assignmentEnd, values, async (end) => {
      await endAssignment(scope, accountId, id, end);
      return done();
    });
  }
  return submitting(shareChange, values, async (change) => {
    await changeShare(scope, accountId, id, change);
    return done();
  });
});

export default function AssignmentPage() {
  const { assignment, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const format = useFormat();
  const errors = answer?.errors ?? {};
  const typed = answer?.values ?? {};
  const role = t(`assignments.role.${assignment.role}`);
  const share = assignment.share === null ? "" : String(Math.round(assignment.share * 1000) / 10);
  return (
    <div className="page">
      <PageHeader
        title={t("assignments.change.title", {
          who: assignment.employeeName,
          account: assignment.accountName,
        })}
        subtitle={t("assignments.change.subtitle", { role, date: format.date(assignment.startsOn) })}
        crumbs={<Link to={`/accounts/${assignment.accountId}/team`}>{assignment.accountName}</Link>}
        actions={
          assignment.endsOn === null && (
            <Link className="button" to={`/handovers/new?account=${assignment.accountId}`}>
              {t("assignments.change.handOver")}
            </Link>
          )
        }
      />
      {errors["form"] && (
        <p className="notice bad" role="alert">
          {t(`errors.field.${errors["form"].key}` as "errors.field.invalid", { ...errors["form"].params })}
        </p>
      )}
      {assignment.endsOn !== null ? (
        <p className="notice">{t("assignments.change.ended", { date: format.date(assignment.endsOn) })}</p>
      ) : (
        <div className="halves">
          <Form method="post" className="form">
            <h2>{t("assignments.change.shareTitle")}</h2>
            <p className="sub">{t("assignments.change.shareText")}</p>
            <Field label={t("assignments.assign.share")} problem={errors["sharePercent"]}>
              <input
                name="sharePercent"
                inputMode="decimal"
                defaultValue={typed["sharePercent"] ?? share}
                required
              />
            </Field>
            <Field label={t("assignments.change.changedOn")} problem={errors["changedOn"]}>
              <input
                name="changedOn"
                type="date"
                max={today}
                defaultValue={typed["changedOn"] ?? today}
                required
              />
            </Field>
            <div className="form-actions">
              <button type="submit" className="button primary" name="intent" value="share">
                {t("assignments.change.submitShare")}
              </button>
            </div>
          </Form>
          <Form method="post" className="form">
            <h2>{t("assignments.change.endTitle")}</h2>
            <p className="sub">{t("assignments.change.endText")}</p>
            <Field label={t("assignments.change.endsOn")} problem={errors["endsOn"]}>
              <input name="endsOn" type="date" max={today} defaultValue={typed["endsOn"] ?? today} required />
            </Field>
            <Field label={t("assignments.list.cause")} problem={errors["cause"]}>
              <select name="cause" defaultValue={typed["cause"] ?? "planned"}>
                {assignmentEndCauses.map((cause) => (
                  <option key={cause} value={cause}>
                    {t(`assignments.cause.${cause}`)}
                  </option>
                ))}
              </select>
            </Field>
            <div className="form-actions">
              <button type="submit" className="button danger" name="intent" value="end">
                {t("assignments.change.submitEnd")}
              </button>
            </div>
          </Form>
        </div>
      )}
    </div>
  );
}
