import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { AssumptionsTable } from "./assumptions-table";
import { ExpectedEffect } from "./expected-effect";
import { ExposedAccounts } from "./exposed-accounts";
import { ImpactSentence } from "./impact-sentence";
import styles from "./leave-impact.module.css";
import { ReplacementTable } from "./replacement-table";
import type { ShownImpact } from "./shown-impact";

interface Props {
  readonly impact: ShownImpact;
  readonly employeeId: string;
  readonly mayHandOver: boolean;
}

/** Cost to replace and accounts exposed, side by side and never added up. */
export function LeaveImpactPage({ impact, employeeId, mayHandOver }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, hasLeft, onDay, currency, pay, estimate } = impact;
  const revenueSide = (
    <>
      {impact.accounts.length > 0 && <ExpectedEffect impact={impact} />}
      <section>
        <h3>{t("people.leave.accountsTitle")}</h3>
        <p className="sub">{t("people.leave.accountsNote", { name, date: format.date(onDay) })}</p>
        <ExposedAccounts impact={impact} />
      </section>
    </>
  );
  return (
    <>
      <div className="section-head">
        <div>
          <h2>{t(hasLeft ? "people.leave.titleLeft" : "people.leave.title", { name })}</h2>
          <p className="sub">{t(subtitleOf(impact))}</p>
        </div>
        <div className="section-links no-print">
          {impact.seesPay && <a href="#assumptions">{t("people.leave.assumptions")}</a>}
          {impact.accounts.length > 0 && mayHandOver && (
            <Link to={`/handovers/new?employee=${employeeId}`}>{t("people.leave.handOver")}</Link>
          )}
        </div>
      </div>
      <ImpactSentence impact={impact} employeeId={employeeId} />
      <div className={styles.lists}>
        {estimate && (
          <section>
            <h3>{t("people.leave.costTitle")}</h3>
            {pay && (
              <p className="sub">
                {t("people.leave.salary")}:{" "}
                {t("people.leave.salaryNote", {
                  pay: `${format.money(pay.annualMinor, currency)} ${currency}`,
                  fte: format.number(pay.fte, { decimals: 2 }),
                  date: format.date(onDay),
                })}
              </p>
            )}
            <ReplacementTable impact={impact} estimate={estimate} />
          </section>
        )}
        {estimate ? <div className={styles.column}>{revenueSide}</div> : revenueSide}
      </div>
      {impact.seesPay && (
        <section className="section" id="assumptions">
          <div className="section-head">
            <div>
              <h2>{t("people.leave.assumptions")}</h2>
              <p className="sub">
                {t("people.leave.formulaTitle")}: {t("people.leave.formula")}
              </p>
            </div>
          </div>
          <AssumptionsTable />
        </section>
      )}
    </>
  );
}

function subtitleOf({ hasLeft, seesPay }: ShownImpact) {
  if (seesPay) return hasLeft ? "people.leave.subtitleLeft" : "people.leave.subtitle";
  return hasLeft ? "risk.leave.subtitleLeft" : "risk.leave.subtitle";
}
