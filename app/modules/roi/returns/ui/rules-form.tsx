import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field } from "~/ui/forms/field";
import { EmptyState } from "~/ui/primitives/empty-state";
import { TableFrame } from "~/ui/tables/table-frame";
import type { ShownCostGroup } from "../hide-small-groups";
import { outside, programmeKeys } from "../return-rules";
import { useGroupName } from "./group-name";
import styles from "./returns.module.css";

interface Props {
  readonly groups: readonly ShownCostGroup[];
  readonly version: number;
  readonly currency: string;
  readonly mayWrite: boolean;
}

/** Every kind of cost of the window with the programme it belongs to; what is chosen is published as the next version. */
export function RulesForm({ groups, version, currency, mayWrite }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useGroupName();
  if (groups.length === 0)
    return (
      <EmptyState title={t("roi.rules.title")} action={<Link to="/import">{t("common.action.import")}</Link>}>
        {t("roi.rules.empty")}
      </EmptyState>
    );
  return (
    <Form method="post">
      <input type="hidden" name="basedOn" value={version} />
      <TableFrame label={t("roi.rules.title")}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t("roi.figure.kind")}</th>
              <th scope="col">{t("roi.figure.category")}</th>
              <th scope="col">{t("roi.figure.reach")}</th>
              <th scope="col" className="n">
                {t("roi.figure.amount")}
                <span className="unit">{currency}</span>
              </th>
              <th scope="col" style={{ paddingLeft: 24 }}>
                {t("roi.rules.placement")}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <td>{nameOf(group)}</td>
                <td>{t(`people.costs.name.${group.category}`)}</td>
                <td>{t(`roi.reach.${group.reach}`)}</td>
                {group.amountMinor === null ? (
                  <td className="hidden-cell">
                    <span>{t("roi.figure.hidden")}</span>
                  </td>
                ) : (
                  <td className="n">{format.money(Math.round(group.amountMinor), currency)}</td>
                )}
                <td className={styles.placement} style={{ paddingLeft: 24 }}>
                  {mayWrite ? (
                    <select
                      className="input"
                      name={`place ${group.id}`}
                      defaultValue={group.placement}
                      aria-label={`${t("roi.rules.placement")}: ${nameOf(group)}`}
                    >
                      <option value={outside}>{t("roi.rules.outside")}</option>
                      {programmeKeys.map((key) => (
                        <option key={key} value={key}>
                          {t(`roi.programme.${key}`)}
                        </option>
                      ))}
                    </select>
                  ) : group.placement === outside ? (
                    t("roi.rules.outside")
                  ) : (
                    t(`roi.programme.${group.placement}`)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {mayWrite && (
        <div className="form no-print" style={{ marginTop: 16 }}>
          <Field label={t("roi.rules.note")} hint={t("roi.rules.noteHint")} isOptional>
            <input name="note" maxLength={300} autoComplete="off" />
          </Field>
          <div className="form-actions">
            <button type="submit" className="button primary">
              {t("roi.rules.publish", { version: version + 1 })}
            </button>
          </div>
        </div>
      )}
    </Form>
  );
}
