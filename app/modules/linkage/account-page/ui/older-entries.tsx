import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { hrefWith } from "~/ui/tables/list-query";

/** Below a list that begins with the newest: on to the older ones, and back. */
export function OlderEntries({ next }: { next: string | null }) {
  const [params] = useSearchParams();
  const { t } = useTranslation();
  if (!next && !params.has("at")) return null;
  return (
    <p className="row section no-print">
      {next && (
        <Link className="button" to={hrefWith(params, { at: next })}>
          {t("linkage.account.timeline.older")}
        </Link>
      )}
      {params.has("at") && (
        <Link to={hrefWith(params, { at: null })}>{t("linkage.account.timeline.newest")}</Link>
      )}
    </p>
  );
}
