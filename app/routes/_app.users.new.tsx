import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { formErrors, parseForm, readForm } from "~/http/forms.server";
import { listUnitCodes } from "~/modules/access/list-unit-codes.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { createUser } from "~/modules/access/save-user.server";
import { UnitCodes, UserFields } from "~/modules/access/ui/user-fields";
import { newPassword, userDetails } from "~/modules/access/user";
import { Field } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  return { units: await listUnitCodes(await requireScope(request, "users.manage")) };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "users.manage");
  const values = await readForm(request, { untrimmed: ["password"] });
  const details = parseForm(userDetails, values);
  if (!details.ok) return details.answer;
  const secret = parseForm(newPassword, values);
  if (!secret.ok) return secret.answer;
  const outcome = await createUser(scope, details.value, secret.value.password);
  if ("problem" in outcome) return formErrors(values, { [outcome.problem.field]: outcome.problem });
  return redirect("/users");
});

export default function NewUser() {
  const { units } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation();
  const isSubmitting = useNavigation().state === "submitting";
  return (
    <div className="page">
      <PageHeader title={t("access.users.new")} crumbs={<Link to="/users">{t("access.users.title")}</Link>} />
      <Form method="post" className="form">
        {result && (
          <p className="notice bad" role="alert">
            {t("common.form.fixErrors")}
          </p>
        )}
        <UserFields values={result?.values ?? { roles: "employee" }} errors={result?.errors ?? {}} />
        <Field
          label={t("access.user.password")}
          hint={t("access.user.passwordHint")}
          problem={result?.errors["password"]}
        >
          <input name="password" type="password" autoComplete="new-password" required />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={isSubmitting}>
            {t("access.users.create")}
          </button>
          <Link className="button" to="/users">
            {t("common.action.cancel")}
          </Link>
        </div>
        <UnitCodes units={units} />
      </Form>
    </div>
  );
}
