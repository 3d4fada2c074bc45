import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { HistoryEntry } from "../list-account-history.server";

/** Details of an audit event that say something to a reader, in this order; ids do not. */
const toldDetails = ["subject", "caseNumber", "name", "who", "from", "to", "owner", "churnReason"] as const;

export function HistoryTable({ entries, timeZone }: { entries: readonly HistoryEntry[]; timeZone: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const actionWord = (action: string) => {
    const key = `linkage.account.history.action.${action.replace(".", "_")}`;
    return i18n.exists(key) ? t(key as "linkage.account.history.action.account_create") : action;
  };
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("linkage.account.history.when")}</th>
            <th scope="col">{t("linkage.account.history.who")}</th>
            <th scope="col">{t("linkage.account.history.what")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="nowrap">{format.dateTime(entry.occurredAt, timeZone)}</td>
              <td>{entry.actorName}</td>
              <td>
                {actionWord(entry.action)}
                <span className="second">{detailText(entry.detail)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function detailText(detail: Readonly<Record<string, unknown>>): string {
  return toldDetails
    .map((name) => detail[name])
    .filter((value): value is string => typeof value === "string" && value !== "")
    .join(" · ");
}
