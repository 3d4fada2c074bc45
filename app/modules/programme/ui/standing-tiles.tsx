import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

export interface Standing {
  readonly key: "goalsState" | "readinessState" | "risksState" | "problemsState" | "announcementsState";
  readonly to: string;
  readonly count: number;
  /** Null where there is nothing it is a part of. */
  readonly of: number | null;
}

export function StandingTiles({ standings }: { standings: readonly Standing[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="tiles" style={{ marginTop: 24 }}>
      {standings.map(({ key, to, count, of }) => (
        <div className="tile" key={key}>
          <Link className="label" to={to}>
            {t(`programme.overview.${key}`)}
          </Link>
          <p className="value">
            {format.number(count)}
            {of !== null && <small>{t("programme.overview.of", { count: of })}</small>}
          </p>
        </div>
      ))}
    </div>
  );
}
