import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm } from "~/http/forms.server";
import { findCurrentUser } from "~/modules/access/require-scope.server";
import { writeSessionCookie } from "~/modules/access/session-cookie.server";
import { signIn } from "~/modules/access/sign-in.server";
import { Field } from "~/ui/forms/field";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  if (await findCurrentUser(request)) throw redirect("/");
  return null;
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const values = await readForm(request);
  const token = await signIn(
    values["email"] ?? "",
    values["password"] ?? "",
    request.headers.get("User-Agent"),
  );
  if (!token) return data({ email: values["email"] ?? "", failed: true }, { status: 422 });
  const next = values["next"] ?? "/";
  return redirect(/^\/(?![/\\])/.test(next) ? next : "/", {
    headers: { "Set-Cookie": await writeSessionCookie(token) },
  });
});

export default function Login() {
  const { t } = useTranslation();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <main className="page" id="content">
      <h1>{t("common.product")}</h1>
      <Form method="post" className="form">
        <input type="hidden" name="next" value={search.get("next") ?? "/"} />
        {result?.failed && (
          <p className="notice bad" role="alert">
            {t("access.signIn.failed")}
          </p>
        )}
        <Field label={t("access.signIn.email")}>
          <input name="email" type="email" autoComplete="username" defaultValue={result?.email} required />
        </Field>
        <Field label={t("access.signIn.password")}>
          <input name="password" type="password" autoComplete="current-password" required />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button primary">
            {t("access.signIn.submit")}
          </button>
        </div>
      </Form>
    </main>
  );
}
