import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { formErrors, parseForm, readForm } from "~/http/forms.server";
import { changeOwnPassword } from "~/modules/access/change-own-password.server";
import { requireUser } from "~/modules/access/require-scope.server";
import { createSession } from "~/modules/access/session.server";
import { writeSessionCookie } from "~/modules/access/session-cookie.server";
import { passwordChange } from "~/modules/access/user";
import { Field } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { name, email, roles, orgUnitName } = await requireUser(request);
  return { name, email, roles, orgUnitName };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const user = await requireUser(request);
  const values = await readForm(request, { untrimmed: ["current", "password", "repeated"] });
  const change = parseForm(passwordChange, values);
  if (!change.ok) return change.answer;
  const isChanged = await changeOwnPassword(user, change.value.current, change.value.password);
  if (!isChanged) return formErrors(values, { current: { key: "wrongPassword" } });
  const token = await createSession(user.id, request.headers.get("User-Agent"));
  return redirect("/profile?done=1", { headers: { "Set-Cookie": await writeSessionCookie(token) } });
});

export default function Profile() {
  const user = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader
        title={user.name}
        subtitle={user.email}
        scope={
          <span>
            {[user.roles.map((role) => t(`common.role.${role}`)).join(", "), user.orgUnitName]
              .filter(Boolean)
              .join(" · ")}
          </span>
        }
      />
      {search.has("done") && !result && (
        <p className="notice" role="status">
          {t("access.profile.changed")}
        </p>
      )}
      <Form method="post" className="form" style={{ marginTop: 16 }}>
        <h2>{t("access.profile.password")}</h2>
        <Field label={t("access.profile.current")} problem={result?.errors["current"]}>
          <input name="current" type="password" autoComplete="current-password" required />
        </Field>
        <Field
          label={t("access.user.newPassword")}
          hint={t("access.user.passwordHint")}
          problem={result?.errors["password"]}
        >
          <input name="password" type="password" autoComplete="new-password" required />
        </Field>
        <Field label={t("access.profile.repeated")} problem={result?.errors["repeated"]}>
          <input name="repeated" type="password" autoComplete="new-password" required />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button primary">
            {t("access.profile.submit")}
          </button>
        </div>
      </Form>
    </div>
  );
}
