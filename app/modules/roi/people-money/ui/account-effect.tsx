import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { writeMoneyWithUnit } from "../../returns/ui/money-words";
import type { PeopleMoneyData } from "../get-people-money.server";

/** What departures do to accounts: its own section, so that nobody adds it to what replacing costs. */
export function AccountEffect({ data: { money, page } }: { data: PeopleMoneyData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const effect = money.accountEffect;
  const write = (minor: number) => writeMoneyWithUnit(format, minor, page.currency, true);
  return (
    <section className="section">
      <h2>{t("peopleMoney.accounts.title")}</h2>
      <p className="ink2" style={{ maxWidth: 820, marginTop: 8 }}>
        {effect
          ? t("peopleMoney.accounts.text", {
              accounts: format.number(effect.accounts),
              months: page.horizonMonths,
              base: write(effect.effect.base),
              low: write(effect.effect.low),
              high: write(effect.effect.high),
              grade: effect.grade,
            })
          : t("peopleMoney.accounts.none")}{" "}
        {effect &&
          Math.round(effect.leftOut.base) !== 0 &&
          t("peopleMoney.accounts.leftOut", { amount: write(effect.leftOut.base) })}
      </p>
    </section>
  );
}
