import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** The page for whatever went wrong, in plain words and with the way out; never a stack trace. */
export function ErrorPage() {
  return (
    <main id="content" style={{ minHeight: "90vh", display: "grid", placeContent: "center" }}>
      <ErrorMessage />
    </main>
  );
}

/** The same inside a shell that has its own `main`. */
export function ErrorMessage() {
  const error = useRouteError();
  const { t } = useTranslation();
  const kind = kindOf(isRouteErrorResponse(error) ? error.status : 500);
  return (
    <div className="page">
      <title>{`${t(`errors.${kind}.title`)} · ${t("common.product")}`}</title>
      <div className="empty" role="alert">
        <h1>{t(`errors.${kind}.title`)}</h1>
        <p>{t(`errors.${kind}.text`)}</p>
        <div className="row">
          {kind !== "notFound" && (
            <a className="button primary" href=".">
              {t("common.action.tryAgain")}
            </a>
          )}
          <Link className="button" to="/">
            {t("errors.notFound.action")}
          </Link>
        </div>
      </div>
    </div>
  );
}

function kindOf(status: number) {
  if (status === 404) return "notFound";
  if (status === 403) return "forbidden";
  if (status === 429) return "throttled";
  return status === 503 ? "unavailable" : "unexpected";
}
