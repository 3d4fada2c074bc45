import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { formErrors, parseForm, readForm } from "~/http/forms.server";
import { AppError } from "~/kernel/app-error";
import { createSession } from "~/modules/access/session.server";
import { writeSessionCookie } from "~/modules/access/session-cookie.server";
import { isSetUp, setUp } from "~/modules/access/set-up.server";
import { Entrance } from "~/modules/access/ui/entrance";
import { setUpDetails } from "~/modules/access/user";
import { Field } from "~/ui/forms/field";

export const meta: MetaFunction = () => [{ title: "Relata" }];

export const loader = answering(async (_args: LoaderFunctionArgs) => {
  if (await isSetUp()) throw new AppError("not_found", "Set up already");
  return null;
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const values = await readForm(request, { untrimmed: ["password"] });
  const parsed = parseForm(setUpDetails, values);
  if (!parsed.ok) return parsed.answer;
  const outcome = await setUp(parsed.value);
  if ("refused" in outcome) {
    const field = outcome.refused === "token" ? "token" : "reportingCurrency";
    return formErrors(values, { [field]: { key: outcome.refused === "token" ? "setUpToken" : "currency" } });
  }
  const token = await createSession(outcome.userId, request.headers.get("User-Agent"));
  return redirect("/", { headers: { "Set-Cookie": await writeSessionCookie(token) } });
});

export default function SetUp() {
  const { t } = useTranslation();
  const result = useActionData<typeof action>();
  const values = result?.values ?? {};
  const errors = result?.errors ?? {};
  return (
    <Entrance back="/setup">
      <div>
        <h1>{t("access.setUp.title")}</h1>
        <p className="sub">{t("access.setUp.subtitle")}</p>
      </div>
      <Form method="post" className="form">
        {result && (
          <p className="notice bad" role="alert">
            {t("common.form.fixErrors")}
          </p>
        )}
        <Field label={t("access.setUp.token")} hint={t("access.setUp.tokenHint")} problem={errors["token"]}>
          <input name="token" autoComplete="off" required />
        </Field>
        <Field label={t("access.setUp.companyName")} problem={errors["companyName"]}>
          <input
            name="companyName"
            defaultValue={values["companyName"]}
            autoComplete="organization"
            required
          />
        </Field>
        <div className="form-pair">
          <Field
            label={t("access.setUp.currency")}
            hint={t("access.setUp.currencyHint")}
            problem={errors["reportingCurrency"]}
          >
            <input
              name="reportingCurrency"
              defaultValue={values["reportingCurrency"] ?? "EUR"}
              maxLength={3}
              required
            />
          </Field>
          <Field
            label={t("access.setUp.timeZone")}
            hint={t("access.setUp.timeZoneHint")}
            problem={errors["timeZone"]}
          >
            <input name="timeZone" defaultValue={values["timeZone"] ?? "Europe/Berlin"} required />
          </Field>
        </div>
        <Field label={t("access.user.name")} problem={errors["name"]}>
          <input name="name" defaultValue={values["name"]} autoComplete="name" required />
        </Field>
        <Field label={t("access.user.email")} problem={errors["email"]}>
          <input name="email" type="email" defaultValue={values["email"]} autoComplete="username" required />
        </Field>
        <Field
          label={t("access.user.password")}
          hint={t("access.user.passwordHint")}
          problem={errors["password"]}
        >
          <input name="password" type="password" autoComplete="new-password" required />
        </Field>
        <fieldset className="field" style={{ border: 0 }}>
          <legend>{t("access.setUp.also")}</legend>
          <label className="check">
            <input
              type="checkbox"
              name="alsoHr"
              value="yes"
              defaultChecked={result ? Boolean(values["alsoHr"]) : true}
            />
            {t("access.setUp.alsoHr")}
          </label>
          <label className="check">
            <input
              type="checkbox"
              name="alsoLeadership"
              value="yes"
              defaultChecked={result ? Boolean(values["alsoLeadership"]) : true}
            />
            {t("access.setUp.alsoLeadership")}
          </label>
        </fieldset>
        <div className="form-actions">
          <button type="submit" className="button primary">
            {t("access.setUp.submit")}
          </button>
        </div>
      </Form>
    </Entrance>
  );
}
