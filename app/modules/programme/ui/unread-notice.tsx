import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** On a person's own page: what was announced and still waits to be read or confirmed. */
export function UnreadNotice({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <p className="notice no-print" style={{ marginBottom: 16 }}>
      {t("programme.announcements.home", { count })}{" "}
      <Link to="/programme/announcements">{t("programme.announcements.homeAction")}</Link>
    </p>
  );
}
