import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableFrame } from "~/ui/tables/table-frame";
import type { NeededData } from "../find-missing-data.server";

interface Props {
  readonly missing: readonly NeededData[];
  readonly mayImport: { readonly people: boolean; readonly customers: boolean };
}

/** Whose ledger it is: HR imports people's, an administrator the customers'. */
const ownerOf: Readonly<Record<NeededData, "people" | "customers">> = {
  no_accounts: "customers",
  one_employee: "people",
  no_assignments: "customers",
  no_answers: "customers",
  no_revenue: "customers",
  one_month: "customers",
  no_handover: "customers",
  no_losses: "customers",
  no_departures: "people",
  no_training: "people",
  no_survey: "people",
  no_pay: "people",
  no_scores: "people",
};

/** Kinds of records that no analysis can do without, what stops without them, and who can bring them. */
export function MissingTable({ missing, mayImport }: Props) {
  const { t } = useTranslation();
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("quality.missing.title")}</h2>
          <p className="sub">
            {t(missing.length === 0 ? "quality.missing.complete" : "quality.missing.subtitle")}
          </p>
        </div>
      </div>
      {missing.length > 0 && (
        <TableFrame label={t("quality.missing.title")} folds>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t("quality.missing.reason")}</th>
                <th scope="col">{t("quality.missing.stops")}</th>
                <th scope="col">{t("quality.missing.remedy")}</th>
              </tr>
            </thead>
            <tbody>
              {missing.map((name) => (
                <tr key={name}>
                  <td style={{ whiteSpace: "normal" }} data-line="name">
                    {t(`drivers.refused.${name}`)}
                  </td>
                  <td style={{ whiteSpace: "normal" }} className="ink2" data-line="text">
                    {t(`quality.missing.stopsOf.${name}`)}
                  </td>
                  <td data-line="text">
                    {mayImport[ownerOf[name]] ? (
                      <Link to="/import">{t("quality.missing.import")}</Link>
                    ) : (
                      t(
                        ownerOf[name] === "people"
                          ? "quality.missing.askHr"
                          : "quality.missing.askAdministrator",
                      )
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}
