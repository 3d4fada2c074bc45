import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm } from "~/http/forms.server";
import { isAppError } from "~/kernel/app-error";
import { findCurrentUser } from "~/modules/access/require-scope.server";
import { safePath } from "~/modules/access/safe-path";
import { writeSessionCookie } from "~/modules/access/session-cookie.server";
import { isSetUp } from "~/modules/access/set-up.server";
import { signIn } from "~/modules/access/sign-in.server";
import { Entrance } from "~/modules/access/ui/entrance";
import { Field } from "~/ui/forms/field";

export const meta: MetaFunction = () => [{ title: "Relata" }];

/** When to try again, for programs; people read it on the page. */
export const headers: HeadersFunction = ({ actionHeaders, errorHeaders }) => errorHeaders ?? actionHeaders;

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  if (await findCurrentUser(request)) throw redirect("/");
  if (!(await isSetUp())) throw redirect("/setup");
  return { next: safePath(new URL(request.url).searchParams.get("next")) };
});

export const action = answering(async ({ request, context }: ActionFunctionArgs) => {
  const values = await readForm(request, { untrimmed: ["password"] });
  const email = values["email"] ?? "";
  try {
    const token = await signIn({
      email,
      password: values["password"] ?? "",
      address: context.clientAddress,
      userAgent: request.headers.get("User-Agent"),
    });
    if (!token) return data({ email, problem: "failed" as const, minutes: 0 }, { status: 422 });
    return redirect(safePath(values["next"]), { headers: { "Set-Cookie": await writeSessionCookie(token) } });
  } catch (error) {
    if (!isAppError(error) || error.code !== "throttled") throw error;
    const seconds = Number(error.detail["seconds"]);
    return data(
      { email, problem: "throttled" as const, minutes: Math.ceil(seconds / 60) },
      { status: 429, headers: { "Retry-After": String(seconds) } },
    );
  }
});

export default function Login() {
  const { t } = useTranslation();
  const { next } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const isSubmitting = useNavigation().state === "submitting";
  return (
    <Entrance back="/login">
      <div>
        <h1>{t("access.signIn.title")}</h1>
        <p className="sub">{t("access.signIn.subtitle")}</p>
      </div>
      <Form method="post" className="form">
        <input type="hidden" name="next" value={next} />
        {result && (
          <p className="notice bad" role="alert">
            {result.problem === "failed"
              ? t("access.signIn.failed")
              : t("access.signIn.throttled", { count: result.minutes })}
          </p>
        )}
        <Field label={t("access.signIn.email")}>
          <input name="email" type="email" autoComplete="username" defaultValue={result?.email} required />
        </Field>
        <Field label={t("access.signIn.password")}>
          <input name="password" type="password" autoComplete="current-password" required />
        </Field>
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={isSubmitting}>
            {t("access.signIn.submit")}
          </button>
        </div>
      </Form>
    </Entrance>
  );
}
