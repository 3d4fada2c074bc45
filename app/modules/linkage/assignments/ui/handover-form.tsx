import { Form, Link, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field, type FieldProblem } from "~/ui/forms/field";
import { type AssignmentRole, assignmentEndCauses } from "../assignment";
import styles from "./handover-form.module.css";
import { WorkloadTable } from "./workload-table";

export interface HandoverFormPlan {
  readonly subject: { readonly kind: "employee" | "account" | "accounts" };
  readonly departedOn: string | null;
  readonly assignments: readonly {
    readonly id: string;
    readonly accountId: string;
    readonly accountName: string;
    readonly revenue12mMinor: string;
    readonly employeeId: string;
    readonly employeeName: string;
    readonly role: AssignmentRole;
    readonly share: number | null;
    readonly startsOn: string;
    readonly alreadyHeldBy: readonly string[];
  }[];
  readonly successors: readonly {
    readonly id: string;
    readonly name: string;
    readonly unitName: string | null;
    readonly isSameUnit: boolean;
    readonly fte: number;
    readonly accountsOwned: number;
  }[];
  readonly suggestion: Readonly<Record<string, string | null>>;
  readonly typicalPerFte: number | null;
  readonly today: string;
  readonly currency: string;
}

interface Props {
  readonly plan: HandoverFormPlan;
  /** What was typed before an error or a preview; null on the first visit. */
  readonly typed: Readonly<Record<string, string>> | null;
  readonly problems: Readonly<Record<string, FieldProblem>>;
}

/** Who takes what, with the workload each choice would make shown beside it; works the same as a plain form. */
export function HandoverForm({ plan, typed, problems }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const isSubmitting = useNavigation().state === "submitting";
  const [choices, setChoices] = useState<Record<string, string | null>>(() =>
    Object.fromEntries(
      plan.assignments.map(({ id }) => [id, (typed ? typed[`to.${id}`] : plan.suggestion[id]) || null]),
    ),
  );
  const loads = plan.assignments.map((row) => ({ ...row, isOwner: row.role === "owner" }));
  const near = plan.successors.filter((successor) => successor.isSameUnit);
  const far = plan.successors.filter((successor) => !successor.isSameUnit);
  const chosenCount = Object.values(choices).filter(Boolean).length;
  // On one account's page the rows are its people; elsewhere they are accounts.
  const isOfAccounts = plan.subject.kind !== "account";
  const options = (list: HandoverFormPlan["successors"], row: HandoverFormPlan["assignments"][number]) =>
    list
      .filter((successor) => successor.id !== row.employeeId && !row.alreadyHeldBy.includes(successor.id))
      .map((successor) => (
        <option key={successor.id} value={successor.id}>
          {t("assignments.handover.option", { name: successor.name, count: successor.accountsOwned })}
        </option>
      ));
  return (
    <Form method="post" className={styles.form}>
      {problems["form"] && (
        <p className="notice bad" role="alert">
          {t(`errors.field.${problems["form"].key}` as "errors.field.invalid", {
            ...problems["form"].params,
          })}
        </p>
      )}
      <div className={styles.head}>
        <Field
          label={t("assignments.handover.handedOn")}
          hint={t("assignments.handover.handedOnHint")}
          problem={problems["handedOn"]}
        >
          <input
            type="date"
            name="handedOn"
            defaultValue={typed?.["handedOn"] ?? plan.today}
            max={plan.today}
            required
          />
        </Field>
        <Field label={t("assignments.handover.cause")} problem={problems["cause"]}>
          <select name="cause" defaultValue={typed?.["cause"] ?? (plan.departedOn ? "departure" : "planned")}>
            {assignmentEndCauses.map((cause) => (
              <option key={cause} value={cause}>
                {t(`assignments.cause.${cause}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {isOfAccounts && near.length > 0 && !typed && (
        <p className="sub">{t("assignments.handover.suggested")}</p>
      )}
      <div className={styles.columns}>
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{isOfAccounts ? t("assignments.handover.account") : t("assignments.handover.holder")}</th>
                <th>{t("assignments.handover.role")}</th>
                <th className="n">
                  {t("assignments.handover.share")}
                  <span className="unit">%</span>
                </th>
                {isOfAccounts && (
                  <th className="n">
                    {t("assignments.handover.revenue")}
                    <span className="unit">
                      {format.moneyUnit(plan.currency)} {t("common.unit.perYear")}
                    </span>
                  </th>
                )}
                <th>{t("assignments.handover.since")}</th>
                <th>{t("assignments.handover.taker")}</th>
              </tr>
            </thead>
            <tbody>
              {plan.assignments.map((row) => {
                const problem = problems[`to.${row.id}`];
                return (
                  <tr key={row.id}>
                    <td>
                      {isOfAccounts ? (
                        <>
                          <Link to={`/accounts/${row.accountId}`}>{row.accountName}</Link>
                          {plan.subject.kind === "accounts" && (
                            <span className="second">{row.employeeName}</span>
                          )}
                        </>
                      ) : (
                        row.employeeName
                      )}
                    </td>
                    <td>{t(`assignments.role.${row.role}`)}</td>
                    <td className="n">
                      {row.share === null ? "–" : format.percent(row.share, { decimals: 0 })}
                    </td>
                    {isOfAccounts && (
                      <td className="n">{format.compactMoney(row.revenue12mMinor, plan.currency)}</td>
                    )}
                    <td className="nowrap">{format.date(row.startsOn)}</td>
                    <td>
                      <select
                        className="input"
                        name={`to.${row.id}`}
                        aria-label={`${t("assignments.handover.taker")}: ${row.accountName}, ${t(`assignments.role.${row.role}`)}`}
                        aria-invalid={problem ? true : undefined}
                        value={choices[row.id] ?? ""}
                        onChange={(event) => setChoices({ ...choices, [row.id]: event.target.value || null })}
                      >
                        <option value="">{t("assignments.handover.stays")}</option>
                        {near.length > 0 && (
                          <optgroup label={t("assignments.handover.sameUnit")}>{options(near, row)}</optgroup>
                        )}
                        {far.length > 0 && (
                          <optgroup label={t("assignments.handover.elsewhere")}>{options(far, row)}</optgroup>
                        )}
                      </select>
                      {problem && (
                        <span className={styles.problem} role="alert">
                          {t(`errors.field.${problem.key}` as "errors.field.invalid", { ...problem.params })}
                        </span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <WorkloadTable
          loads={loads}
          colleagues={plan.successors}
          choices={choices}
          typicalPerFte={plan.typicalPerFte}
        />
      </div>
      <div className="form-actions">
        <button
          type="submit"
          name="intent"
          value="handover"
          className="button primary"
          disabled={isSubmitting}
        >
          {isOfAccounts && chosenCount > 0
            ? t("assignments.handover.submit", { count: chosenCount })
            : t("assignments.handover.submit")}
        </button>
        <noscript>
          <button type="submit" name="intent" value="preview" className="button">
            {t("assignments.handover.preview")}
          </button>
        </noscript>
        <Link className="button" to="/handovers">
          {t("common.action.cancel")}
        </Link>
      </div>
    </Form>
  );
}
