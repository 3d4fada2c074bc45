import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { assignEmployee } from "~/modules/linkage/assignments/assign-employee.server";
import { assignmentRoles } from "~/modules/linkage/assignments/assignment";
import { getAssignableAccount } from "~/modules/linkage/assignments/get-assignable-account.server";
import { assignmentEntry } from "~/modules/linkage/assignments/handover";
import { Field } from "~/ui/forms/field";
import { LookupField } from "~/ui/forms/lookup-field";
import { useRecordForm } from "~/ui/forms/use-record-form";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  return getAssignableAccount(await requireScope(request, "assignments.write"), params["accountId"] ?? "");
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "assignments.write");
  const accountId = params["accountId"] ?? "";
  await getAssignableAccount(scope, accountId);
  const values = await readForm(request);
  return submitting(assignmentEntry, values, async (entry) => {
    await assignEmployee(scope, accountId, entry);
    return redirect(`/accounts/${accountId}/team`);
  });
});

export default function Assign() {
  const { account, today, hasOwner } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { form, input, problem, isSubmitting } = useRecordForm({
    schema: assignmentEntry,
    initial: { employeeNumber: "", role: hasOwner ? "service" : "owner", sharePercent: "", startsOn: today },
    answer,
  });
  const whole = answer?.errors["form"];
  return (
    <div className="page">
      <PageHeader
        title={t("assignments.assign.title", { name: account.name })}
        subtitle={t("assignments.assign.subtitle")}
        crumbs={<Link to={`/accounts/${account.id}/team`}>{account.name}</Link>}
      />
      <Form {...form} className="form">
        {whole && (
          <p className="notice bad" role="alert">
            {t(`errors.field.${whole.key}` as "errors.field.invalid", { ...whole.params })}
          </p>
        )}
        <LookupField
          source="employees"
          label={t("assignments.assign.employee")}
          hint={t("assignments.assign.employeeHint")}
          problem={problem("employeeNumber")}
          {...input("employeeNumber")}
        />
        <Field label={t("assignments.assign.role")} problem={problem("role")}>
          <select {...input("role")}>
            {assignmentRoles.map((role) => (
              <option key={role} value={role}>
                {t(`assignments.role.${role}`)}
              </option>
            ))}
          </select>
        </Field>
        <div className="form-pair">
          <Field label={t("assignments.assign.startsOn")} problem={problem("startsOn")}>
            <input type="date" {...input("startsOn")} />
          </Field>
          <Field
            label={t("assignments.assign.share")}
            hint={t("assignments.assign.shareHint")}
            problem={problem("sharePercent")}
            isOptional
          >
            <input inputMode="decimal" {...input("sharePercent")} />
          </Field>
        </div>
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={isSubmitting}>
            {t("assignments.assign.submit")}
          </button>
          <Link className="button" to={`/accounts/${account.id}/team`}>
            {t("common.action.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}
