import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { formErrors, parseForm, readForm } from "~/http/forms.server";
import { isAppError } from "~/kernel/app-error";
import { listUnitCodes } from "~/modules/access/list-unit-codes.server";
import { getUser } from "~/modules/access/list-users.server";
import { requireScope } from "~/modules/access/require-scope.server";
import {
  resetPassword,
  setUserDisabled,
  signOutEverywhere,
  updateUser,
} from "~/modules/access/save-user.server";
import { UnitCodes, UserFields } from "~/modules/access/ui/user-fields";
import { newPassword, userDetails } from "~/modules/access/user";
import { Field } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";
import { StateMark } from "~/ui/primitives/state-mark";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "users.manage");
  const [user, units] = await Promise.all([getUser(scope, params["userId"] ?? ""), listUnitCodes(scope)]);
  return { user, units, isOneself: user.id === scope.actor.userId };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "users.manage");
  const user = await getUser(scope, params["userId"] ?? "");
  const values = await readForm(request, { untrimmed: ["password"] });
  try {
    switch (values["intent"]) {
      case "password": {
        const secret = parseForm(newPassword, values);
        if (!secret.ok) return secret.answer;
        await resetPassword(scope, user.id, secret.value.password);
        return redirect(`/users/${user.id}?done=password`);
      }
      case "disable":
      case "enable":
        await setUserDisabled(scope, user.id, values["intent"] === "disable");
        return redirect(`/users/${user.id}?done=state`);
      case "signOut":
        await signOutEverywhere(scope, user.id);
        return redirect(`/users/${user.id}?done=sessions`);
      default: {
        const details = parseForm(userDetails, values);
        if (!details.ok) return details.answer;
        const outcome = await updateUser(scope, user.id, details.value);
        if ("problem" in outcome) return formErrors(values, { [outcome.problem.field]: outcome.problem });
        return redirect(`/users/${user.id}?done=saved`);
      }
    }
  } catch (error) {
    if (isAppError(error) && error.code === "conflict")
      return formErrors(values, { roles: { key: "lastAdministrator" } });
    throw error;
  }
});

export default function UserPage() {
  const { user, units, isOneself } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const done = search.get("done");
  const stored = {
    name: user.name,
    email: user.email,
    roles: user.roles.join(","),
    unitCode: user.unitCode ?? "",
    employeeNumber: user.employeeNumber ?? "",
  };
  const isLastAdministrator = result?.errors["roles"]?.key === "lastAdministrator";
  return (
    <div className="page">
      <PageHeader
        title={user.name}
        crumbs={<Link to="/users">{t("access.users.title")}</Link>}
        scope={
          <>
            <span>
              {t("access.users.sessions")} <b>{user.openSessions}</b>
            </span>
            {user.isDisabled && <StateMark tone="warn">{t("access.users.disabled")}</StateMark>}
          </>
        }
      />
      {done && !result && (
        <p className="notice" role="status">
          {t(
            `access.users.done.${done === "password" ? "password" : done === "sessions" ? "sessions" : "saved"}`,
          )}
        </p>
      )}
      {isLastAdministrator && (
        <p className="notice bad" role="alert">
          {t("access.users.lastAdministrator")}
        </p>
      )}
      <div className="halves" style={{ marginTop: 16 }}>
        <Form method="post" className="form" key={result ? "answered" : "stored"}>
          <UserFields
            values={result?.values ?? stored}
            errors={isLastAdministrator ? {} : (result?.errors ?? {})}
          />
          <div className="form-actions">
            <button type="submit" className="button primary" name="intent" value="save">
              {t("access.users.save")}
            </button>
            <Link className="button" to="/users">
              {t("common.action.cancel")}
            </Link>
          </div>
          <UnitCodes units={units} />
        </Form>
        <div className="stack" style={{ alignContent: "start" }}>
          <Form method="post" className="form">
            <h2>{t("access.users.resetTitle")}</h2>
            <p className="sub">{t("access.users.resetText")}</p>
            <Field
              label={t("access.user.newPassword")}
              hint={t("access.user.passwordHint")}
              problem={result?.errors["password"]}
            >
              <input name="password" type="password" autoComplete="new-password" required />
            </Field>
            <div className="form-actions">
              <button type="submit" className="button" name="intent" value="password">
                {t("access.users.reset")}
              </button>
            </div>
          </Form>
          <Form method="post" className="section form">
            <h2>{t("access.users.accessTitle")}</h2>
            <p className="sub">
              {user.isDisabled ? t("access.users.enableText") : t("access.users.disableText")}
            </p>
            <div className="form-actions">
              {user.openSessions > 0 && (
                <button type="submit" className="button" name="intent" value="signOut">
                  {t("access.users.signOut")}
                </button>
              )}
              {user.isDisabled ? (
                <button type="submit" className="button" name="intent" value="enable">
                  {t("access.users.enable")}
                </button>
              ) : (
                !isOneself && (
                  <button type="submit" className="button danger" name="intent" value="disable">
                    {t("access.users.disable", { name: user.name })}
                  </button>
                )
              )}
            </div>
          </Form>
        </div>
      </div>
    </div>
  );
}
