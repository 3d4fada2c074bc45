import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import type { FindingCount } from "../count-findings.server";
import { checkDescriptions } from "../quality-check";

const groups = ["assignments", "customers", "people"] as const;

/** Every check with what it found and what that does to the figures; the name opens the rows. */
export function ChecksTable({ counts }: { readonly counts: readonly FindingCount[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return groups.map((group) => (
    <section key={group} className="section">
      <div className="section-head">
        <h2>{t(`quality.group.${group}`)}</h2>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th scope="col" style={{ width: "32%" }}>
                {t("quality.overview.check")}
              </th>
              <th scope="col" className="n" style={{ width: 120 }}>
                {t("quality.overview.found")}
              </th>
              <th scope="col" style={{ paddingLeft: 24 }}>
                {t("quality.overview.effect")}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts
              .filter(({ check }) => checkDescriptions[check].group === group)
              .map(({ check, count }) => (
                <tr key={check}>
                  <td style={{ whiteSpace: "normal" }}>
                    <Link to={`/data-quality/${check}`}>{t(`quality.check.${check}.title`)}</Link>
                  </td>
                  <td className="n">
                    {count === 0 ? (
                      <StateMark tone="good">{format.number(0)}</StateMark>
                    ) : (
                      <StateMark tone="warn">{format.number(count)}</StateMark>
                    )}
                  </td>
                  <td className="ink2" style={{ whiteSpace: "normal", paddingLeft: 24 }}>
                    {t(`quality.check.${check}.effect`)}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}
