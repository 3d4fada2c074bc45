import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "~/modules/access/capabilities";
import type { RefusalCode } from "../result";
import styles from "./forest.module.css";
import { hasRemedy, remedies } from "./remedies";
import { useReaderRoles } from "./use-reader-roles";

/** What to import so that the question can be answered; who to ask, where the reader may not import it. */
export function RemedyLink({ code }: { code: RefusalCode }) {
  const { t } = useTranslation();
  const roles = useReaderRoles();
  if (!hasRemedy(code)) return null;
  const { kind, needs } = remedies[code];
  if (can(roles, needs))
    return (
      <Link to={`/import?kind=${kind}`} className={styles["remedy"]}>
        {t(`drivers.remedy.${code}`)}
      </Link>
    );
  const who = t(needs === "import.people" ? "drivers.remedy.askPeople" : "drivers.remedy.askCustomers");
  return <span className="muted">{t("drivers.remedy.ask", { who })}</span>;
}
