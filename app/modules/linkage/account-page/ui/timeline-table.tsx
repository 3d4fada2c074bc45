import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Formatter } from "~/i18n/format";
import { useFormat } from "~/i18n/use-format";
import type { TimelineEntry } from "../list-timeline.server";
import styles from "./timeline-table.module.css";

interface Props {
  readonly entries: readonly TimelineEntry[];
  readonly timeZone: string;
  /** Without the column heads, for a corner of another page. */
  readonly isBrief?: boolean;
}

/** One dated list of everything; on a phone each entry becomes two lines. */
export function TimelineTable({ entries, timeZone, isBrief = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (isBrief) {
    return (
      <ul className={styles.brief}>
        {entries.map((entry) => (
          <li key={`${entry.event}${entry.id}`}>
            <p className="small muted">
              {[format.date(dayOf(entry.at, timeZone)), kindOf(entry, t), entry.employeeName]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p>{textOf(entry, t, format)}</p>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="table-frame">
      <table className={`data ${styles.timeline}`}>
        <thead>
          <tr>
            <th scope="col">{t("linkage.account.timeline.date")}</th>
            <th scope="col">{t("linkage.account.timeline.kind")}</th>
            <th scope="col">{t("linkage.account.timeline.who")}</th>
            <th scope="col">{t("linkage.account.timeline.what")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.event}${entry.id}`}>
              <td className="nowrap">
                {entry.isDay ? format.date(dayOf(entry.at, timeZone)) : format.dateTime(entry.at, timeZone)}
              </td>
              <td className="muted nowrap">{kindOf(entry, t)}</td>
              <td>{entry.employeeName}</td>
              <td className={styles.what}>
                {textOf(entry, t, format)}
                {entry.contactName && (
                  <span className="muted">
                    {" "}
                    {t("linkage.account.timeline.with", { name: entry.contactName })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day in the company's zone. */
function dayOf(at: Date, timeZone: string): string {
  let dayFormat = dayFormats.get(timeZone);
  if (!dayFormat) {
    dayFormat = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    dayFormats.set(timeZone, dayFormat);
  }
  return dayFormat.format(at);
}

function kindOf({ event, code }: TimelineEntry, t: TFunction): string {
  if (event === "interaction") return t(`customers.channel.${code}` as "customers.channel.phone");
  if (event === "satisfaction") return t("linkage.account.timeline.answer");
  return t(`linkage.account.timeline.${event}`);
}

function textOf(entry: TimelineEntry, t: TFunction, format: Formatter): string {
  const { event, text, code, detail, amount } = entry;
  switch (event) {
    case "interaction": {
      const minutes =
        amount === null ? null : t("linkage.account.timeline.minutes", { minutes: format.number(amount) });
      return [text, minutes].filter(Boolean).join(", ") || "–";
    }
    case "case_opened":
      return t("linkage.account.timeline.caseText", { number: detail, subject: text ?? "–" });
    case "case_resolved":
      return [
        t("linkage.account.timeline.caseText", { number: detail, subject: text ?? "–" }),
        t("linkage.account.timeline.caseDays", { days: format.number(amount, { decimals: 1 }) }),
      ].join(", ");
    case "satisfaction": {
      const score = `${t(`customers.kindShort.${code}` as "customers.kindShort.csat")} ${format.number(amount)}`;
      return text ? `${score}: ${text}` : score;
    }
    case "assigned": {
      const role = t(`assignments.role.${code}` as "assignments.role.owner");
      return amount === null
        ? t("linkage.account.timeline.assignedText", { role })
        : t("linkage.account.timeline.assignedShare", {
            role,
            share: format.percent(amount, { decimals: 0 }),
          });
    }
    case "unassigned": {
      const role = t(`assignments.role.${code}` as "assignments.role.owner");
      if (!detail) return t("linkage.account.timeline.unassignedText", { role });
      const cause = t(`assignments.cause.${detail}` as "assignments.cause.planned");
      return t("linkage.account.timeline.unassignedCause", { role, cause });
    }
    default:
      return event satisfies never;
  }
}
