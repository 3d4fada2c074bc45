import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { describeAction, describeDetail } from "~/modules/access/ui/describe-audit";

interface Event {
  readonly id: string;
  readonly occurredAt: string | Date;
  readonly actorName: string;
  readonly action: string;
  readonly subjectName: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface Props {
  readonly events: readonly Event[];
  readonly timeZone: string;
  /** Left out where all are about one record. */
  readonly withSubject?: boolean;
}

export function HistoryTable({ events, timeZone, withSubject = true }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th>{t("programme.history.when")}</th>
            <th>{t("programme.history.who")}</th>
            <th>{t("programme.history.what")}</th>
            {withSubject && <th>{t("programme.history.subject")}</th>}
            <th>{t("programme.history.detail")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td className="nowrap">{format.dateTime(event.occurredAt, timeZone)}</td>
              <td className="nowrap">{event.actorName}</td>
              <td className="nowrap">{describeAction(t, event.action)}</td>
              {withSubject && <td>{event.subjectName}</td>}
              <td className="muted small">{describeDetail(event.detail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
