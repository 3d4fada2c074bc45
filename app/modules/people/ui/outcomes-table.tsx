import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import { type OutcomeCounts, type OutcomeFigure, outcomesOf } from "../account-outcomes";

/** What customers said about all of one person's accounts together, each with n and its interval. */
export function OutcomesTable({ counts }: { counts: OutcomeCounts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { csat, csatMean, nps } = outcomesOf(counts);
  const none = <span className="muted small">{t("people.overview.noAnswers")}</span>;
  const percent = (share: number) => format.percent(share, { decimals: 0 });
  const points = (score: number) => format.number(score, { signed: true });
  const row = (
    label: string,
    unit: string,
    figure: OutcomeFigure | null,
    write: (value: number) => string,
  ) => (
    <tr>
      <td>
        {label} <span className="muted small">{unit}</span>
      </td>
      <td className="n strong">{figure ? write(figure.value) : "–"}</td>
      <td className="n">{figure ? `${write(figure.low)} – ${write(figure.high)}` : none}</td>
      <td className="n">{format.number(figure?.n ?? 0)}</td>
    </tr>
  );
  return (
    <TableFrame label={t("people.accounts.title")}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("people.accounts.measure")}</th>
            <th scope="col" className="n">
              {t("people.accounts.value")}
            </th>
            <th scope="col" className="n">
              {t("people.accounts.interval")}
            </th>
            <th scope="col" className="n">
              {t("people.accounts.answers")}
            </th>
          </tr>
        </thead>
        <tbody>
          {row(t("people.accounts.csat"), t("people.accounts.percent"), csat, percent)}
          <tr>
            <td>
              {t("people.accounts.csatMean")}{" "}
              <span className="muted small">{t("people.accounts.scale5")}</span>
            </td>
            <td className="n strong">{format.number(csatMean, { decimals: 2 })}</td>
            <td className="n">{csatMean === null && none}</td>
            <td className="n">{format.number(counts.csatN)}</td>
          </tr>
          {row(t("people.accounts.nps"), t("people.accounts.score"), nps, points)}
          <tr>
            <td>{t("people.accounts.lost")}</td>
            <td className="n strong">
              {counts.accountMonths === 0 && counts.accountsLost === 0
                ? "–"
                : format.number(counts.accountsLost)}
            </td>
            <td className="n" />
            <td className="n">
              {format.number(counts.accountMonths)}{" "}
              <span className="muted small">{t("people.accounts.accountMonths")}</span>
            </td>
          </tr>
        </tbody>
      </table>
    </TableFrame>
  );
}
