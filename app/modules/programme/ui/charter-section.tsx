import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import type { Charter } from "../get-governance.server";

export function CharterSection({ charter, mayWrite }: { charter: Charter | null; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!charter)
    return (
      <EmptyState
        title={t("programme.overview.emptyTitle")}
        action={
          mayWrite && (
            <Link to="/programme/charter" className="button primary">
              {t("programme.overview.emptyAction")}
            </Link>
          )
        }
      >
        {t("programme.overview.emptyText")}
      </EmptyState>
    );
  return (
    <section>
      <div className="section-head">
        <div>
          <h2>{charter.name}</h2>
        </div>
        {mayWrite && (
          <div className="section-links no-print">
            <Link to="/programme/charter">{t("programme.overview.edit")}</Link>
          </div>
        )}
      </div>
      <p style={{ maxWidth: 760, whiteSpace: "pre-line" }}>{charter.purpose}</p>
      <dl className="facts" style={{ marginTop: 16 }}>
        <div>
          <dt>{t("programme.overview.sponsor")}</dt>
          <dd>
            {charter.sponsorName ?? t("programme.nobody")}
            {charter.sponsorTitle && <span className="muted small"> {charter.sponsorTitle}</span>}
          </dd>
        </div>
        <div>
          <dt>{t("programme.overview.startsOn")}</dt>
          <dd>{charter.startsOn ? format.date(charter.startsOn) : t("programme.overview.notSet")}</dd>
        </div>
      </dl>
      {charter.sponsorLeftOn && <p className="notice warn">{t("programme.overview.sponsorLeft")}</p>}
    </section>
  );
}
