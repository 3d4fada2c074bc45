import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { StateMark } from "~/ui/primitives/state-mark";
import { TableFrame } from "~/ui/tables/table-frame";
import type { FindingCount } from "../count-findings.server";
import { checkDescriptions } from "../quality-check";
import styles from "./quality.module.css";

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
      <TableFrame label={t(`quality.group.${group}`)} folds>
        <table className="data">
          <thead>
            <tr>
              <th scope="col" style={{ width: "32%" }}>
                {t("quality.overview.check")}
              </th>
              <th scope="col" className="n" style={{ width: 120 }}>
                {t("quality.overview.found")}
              </th>
              <th scope="col" className={styles["effect"]}>
                {t("quality.overview.effect")}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts
              .filter(({ check }) => checkDescriptions[check].group === group)
              .map(({ check, count }) => (
                <tr key={check}>
                  <td style={{ whiteSpace: "normal" }} data-line="name">
                    <Link to={`/data-quality/${check}`}>{t(`quality.check.${check}.title`)}</Link>
                  </td>
                  <td className="n" data-line="1">
                    {count === 0 ? (
                      <StateMark tone="good">{format.number(0)}</StateMark>
                    ) : (
                      <StateMark tone="warn">{format.number(count)}</StateMark>
                    )}
                  </td>
                  <td className={`ink2 ${styles["effect"]}`} data-line="text">
                    {t(`quality.check.${check}.effect`)}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  ));
}
