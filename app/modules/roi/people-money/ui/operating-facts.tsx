import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { writeMoneyWithUnit } from "../../returns/ui/money-words";
import type { PeopleMoneyData } from "../get-people-money.server";

/** What HCROI and HCVA are made of. */
export function OperatingFacts({ data: { money, page } }: { data: PeopleMoneyData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const write = (minor: number) => writeMoneyWithUnit(format, minor, page.currency);
  const { revenueMinor, costOfGoodsMinor, peopleCostMinor, payMinor, fteYears } = money.operating;
  const facts = [
    ["revenue", write(revenueMinor)],
    ["costOfGoods", write(costOfGoodsMinor)],
    ["peopleCost", write(peopleCostMinor)],
    ["pay", write(payMinor)],
    ["fte", format.number(fteYears, { decimals: 1 })],
  ] as const;
  return (
    <section className="section">
      <h2>{t("peopleMoney.operating.title")}</h2>
      <p className="sub">{t("peopleMoney.operating.subtitle")}</p>
      <dl className="facts" style={{ marginTop: 12 }}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`peopleMoney.operating.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
