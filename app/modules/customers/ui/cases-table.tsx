import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import { caseAgeDays, isCaseOverdue } from "../case-targets";
import type { CaseRow } from "../list-cases.server";
import type { CasePriority } from "../service-case";

interface OpenProps {
  readonly accountId: string;
  readonly cases: readonly CaseRow[];
  readonly mayWrite: boolean;
  readonly targetDays: Readonly<Record<CasePriority, number>>;
  /** The server's clock, so that both renderings agree. */
  readonly now: Date;
}

export function OpenCasesTable({ accountId, cases, mayWrite, targetDays, now }: OpenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("customers.case.number")}</th>
            <th scope="col">{t("customers.case.subject")}</th>
            <th scope="col">{t("customers.case.priority")}</th>
            <th scope="col">{t("customers.case.state")}</th>
            <th scope="col" className="n">
              {t("customers.case.age")}
              <span className="unit">{t("customers.case.ageUnit")}</span>
            </th>
            <th scope="col">{t("customers.case.handler")}</th>
            {mayWrite && (
              <th scope="col">
                <span className="sr-only">{t("customers.case.resolve")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => {
            const isOverdue = isCaseOverdue(one, targetDays, now);
            return (
              <tr key={one.id}>
                <td className="nowrap strong">{one.caseNumber}</td>
                <td>{one.subject ?? "–"}</td>
                <td>{t(`customers.priority.${one.priority}`)}</td>
                <td title={t("customers.case.target", { days: targetDays[one.priority] })}>
                  <StateMark tone={isOverdue ? "bad" : "neutral"}>
                    {t(isOverdue ? "customers.case.overdue" : "customers.case.inTime")}
                  </StateMark>
                </td>
                <td className="n">{format.number(caseAgeDays(one.openedAt, now), { decimals: 1 })}</td>
                <td>{one.employeeName}</td>
                {mayWrite && (
                  <td className="n">
                    <Link to={`/accounts/${accountId}/cases/${one.id}`}>{t("customers.case.resolve")}</Link>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function ResolvedCasesTable({ cases }: { cases: readonly CaseRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("customers.case.number")}</th>
            <th scope="col">{t("customers.case.subject")}</th>
            <th scope="col">{t("customers.case.priority")}</th>
            <th scope="col" className="n">
              {t("customers.case.opened")}
            </th>
            <th scope="col" className="n">
              {t("customers.case.response")}
              <span className="unit">{t("customers.case.responseUnit")}</span>
            </th>
            <th scope="col" className="n">
              {t("customers.case.took")}
              <span className="unit">{t("customers.case.tookUnit")}</span>
            </th>
            <th scope="col">{t("customers.case.handler")}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.id}>
              <td className="nowrap">{one.caseNumber}</td>
              <td>{one.subject ?? "–"}</td>
              <td>{t(`customers.priority.${one.priority}`)}</td>
              <td className="n">{format.date(one.openedAt.toISOString())}</td>
              <td className="n">
                {one.firstResponseAt ? (
                  format.number(caseAgeDays(one.openedAt, one.firstResponseAt) * 24, { decimals: 1 })
                ) : (
                  <span title={t("common.noValue.no_data")}>–</span>
                )}
              </td>
              <td className="n">
                {one.resolvedAt && format.number(caseAgeDays(one.openedAt, one.resolvedAt), { decimals: 1 })}
              </td>
              <td>{one.employeeName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
