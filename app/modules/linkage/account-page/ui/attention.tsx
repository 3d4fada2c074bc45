import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { AccountHeader } from "../get-account.server";
import { nextStep } from "../next-step";
import { isRiskReason, type RiskReason } from "../risk-reason";
import type { AccountRights } from "./account-head";
import styles from "./attention.module.css";

/** The reasons behind the account's health, spelled out with their figures, and the one step that comes first. */
export function Attention({ account, rights }: { account: AccountHeader; rights: AccountRights }) {
  const { t } = useTranslation();
  const explain = useReasons(account);
  const reasons = account.reasons.filter(isRiskReason);
  if (account.status !== "customer") {
    return (
      <section>
        <h2>{t("linkage.account.attention.title")}</h2>
        <p className="sub">{t("linkage.account.attention.lost")}</p>
      </section>
    );
  }
  const step = nextStep(account.id, account.reasons, rights);
  const name = account.owner?.name ?? t("linkage.account.next.nobody");
  return (
    <>
      <section>
        <h2>{t("linkage.account.next.title")}</h2>
        <p className={styles.step}>{t(`linkage.account.next.${step.reason}`, { name })}</p>
        <Link className="button primary" to={step.to}>
          {t(`linkage.account.next.do.${step.act}`)}
        </Link>
      </section>
      <section className={styles.reasons}>
        <h2>{t("linkage.account.attention.title")}</h2>
        {reasons.length === 0 ? (
          <p className="sub">{t("linkage.account.attention.nothing")}</p>
        ) : (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>
                <b>{t(`linkage.reason.${reason}`)}</b>
                <p className="sub">{explain(reason)}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function useReasons(account: AccountHeader) {
  const { t } = useTranslation();
  const format = useFormat();
  const one = (value: number | null) => format.number(value, { decimals: 1 });
  const { csat, csatRecent, csatBefore, owner } = account;
  const facts = {
    before: one(csatBefore.mean),
    nBefore: csatBefore.n,
    recent: one(csatRecent.mean),
    nRecent: csatRecent.n,
    mean: one(csat.mean),
    n: csat.n,
    name: owner?.name ?? "",
  };
  return (reason: RiskReason): string => {
    switch (reason) {
      case "no_owner":
        return t("linkage.account.why.no_owner", {
          date: format.date(account.unownedSince ?? account.acquiredOn),
        });
      case "recent_handover":
        return t("linkage.account.why.recent_handover", { date: format.date(account.lastHandoverOn) });
      case "repeated_handovers":
        return t("linkage.account.why.repeated_handovers", { count: account.handovers12m });
      case "cases_overdue":
        return t("linkage.account.why.cases_overdue", { count: account.openCases });
      case "no_contact":
        return account.lastContactAt === null
          ? t("linkage.account.why.no_contact_ever")
          : t("linkage.account.why.no_contact", { date: format.date(account.lastContactAt) });
      default:
        return t(`linkage.account.why.${reason}`, facts);
    }
  };
}
