import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import type { AnnouncementRow } from "../list-announcements.server";

interface Props {
  readonly rows: readonly AnnouncementRow[];
  readonly timeZone: string;
  readonly mayAnswer: boolean;
}

export function AnnouncementsTable({ rows, timeZone, mayAnswer }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th>{t("programme.announcements.title")}</th>
            <th>{t("programme.announcements.published")}</th>
            <th>{t("programme.announcements.audience")}</th>
            <th>{t("programme.announcements.state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to={`/programme/announcements/${row.id}`} className={row.readAt ? undefined : "strong"}>
                  {row.title}
                </Link>
                {mayAnswer && row.openQuestions > 0 && (
                  <span className="second">
                    {t("programme.announcements.questions", { count: row.openQuestions })}
                  </span>
                )}
              </td>
              <td className="nowrap">
                {format.dateTime(row.publishedAt, timeZone)}
                <span className="second">{row.publishedByName}</span>
              </td>
              <td>{row.orgUnitName ?? t("programme.noCompanyUnit")}</td>
              <td>
                <OwnState row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OwnState({ row }: { row: AnnouncementRow }) {
  const { t } = useTranslation();
  if (row.confirmedAt) return <StateMark tone="good">{t("programme.announcements.confirmed")}</StateMark>;
  if (!row.readAt) return <StateMark tone="warn">{t("programme.announcements.unread")}</StateMark>;
  return row.asksToConfirm ? (
    <StateMark tone="warn">{t("programme.announcements.toConfirm")}</StateMark>
  ) : (
    <StateMark tone="good">{t("programme.announcements.read")}</StateMark>
  );
}
