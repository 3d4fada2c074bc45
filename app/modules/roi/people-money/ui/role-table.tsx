import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import { writeMoney } from "../../returns/ui/money-words";
import type { PeopleMoneyData } from "../get-people-money.server";

export function RoleTable({ data: { money, page, maySeePay } }: { data: PeopleMoneyData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = format.moneyUnit(page.currency);
  const write = (minor: number) => writeMoney(format, minor, page.currency, true);
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("peopleMoney.lifetime.title")}</h2>
          <p className="sub">
            {t("peopleMoney.lifetime.subtitle", {
              unit,
              months: page.horizonMonths,
              rate: format.percent(page.annualDiscountRate),
            })}
          </p>
        </div>
      </div>
      <TableFrame label={t("peopleMoney.lifetime.title")}>
        <table className="data" style={{ maxWidth: 980 }}>
          <thead>
            <tr>
              <th scope="col">{t("peopleMoney.lifetime.role")}</th>
              <th scope="col" className="n">
                {t("peopleMoney.lifetime.people")}
              </th>
              <th scope="col" className="n">
                {t("peopleMoney.lifetime.contribution")}
                <span className="unit">{t("peopleMoney.lifetime.perMonth", { unit })}</span>
              </th>
              <th scope="col" className="n">
                {t("peopleMoney.lifetime.leaving")}
                <span className="unit">{t("peopleMoney.lifetime.perYear")}</span>
              </th>
              <th scope="col" className="n">
                {t("peopleMoney.lifetime.mean")}
                <span className="unit">{unit}</span>
              </th>
              {maySeePay && (
                <th scope="col" className="n">
                  {t("peopleMoney.lifetime.quartiles")}
                  <span className="unit">{unit}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {money.roles.map((role) => (
              <tr key={role.role}>
                <td>{role.role}</td>
                <td className="n">{format.number(role.people)}</td>
                <td className="n">
                  {role.contributionMinor === null ? (
                    <>
                      –<span className="second">{t("peopleMoney.lifetime.noContribution")}</span>
                    </>
                  ) : (
                    writeMoney(format, role.contributionMinor, page.currency)
                  )}
                </td>
                <td className="n">{format.percent(1 - (1 - role.leaving) ** 12)}</td>
                <td className="n strong">{role.meanMinor === null ? "–" : write(role.meanMinor)}</td>
                {maySeePay && (
                  <td className="n">
                    {role.quartilesMinor === null
                      ? role.meanMinor === null
                        ? "–"
                        : t("peopleMoney.lifetime.tooFew")
                      : t("roi.programmes.fromTo", {
                          low: write(role.quartilesMinor[0]),
                          high: write(role.quartilesMinor[2]),
                        })}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="sub" style={{ marginTop: 8, maxWidth: 900 }}>
        {t("peopleMoney.lifetime.formula")}{" "}
        {money.rolesHidden > 0 && t("peopleMoney.lifetime.hiddenRoles", { count: money.rolesHidden })}{" "}
        {!maySeePay && t("peopleMoney.lifetime.hr")} {t("peopleMoney.lifetime.grades")}
      </p>
    </section>
  );
}
