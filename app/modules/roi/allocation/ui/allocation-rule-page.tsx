import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field, type FieldProblem } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";
import type { RuleSimulation } from "../simulate-rule.server";
import { RulesTable, type ShownRule } from "./rules-table";

interface Props {
  readonly rules: readonly ShownRule[];
  readonly initial: Readonly<Record<string, string>>;
  readonly answer:
    | {
        readonly values: Readonly<Record<string, string>>;
        readonly errors: Readonly<Record<string, FieldProblem>>;
        readonly simulation?: RuleSimulation;
      }
    | undefined;
  readonly currency: string;
}

const numbers = ["weeklyHours", "practicalPercent", "minutesPercent", "standardPercent"] as const;

/** A new version of the rule: tried on the last complete month first, then published. */
export function AllocationRulePage({ rules, initial, answer, currency }: Props) {
  const { t } = useTranslation();
  const values = answer?.values ?? initial;
  const errors = answer?.errors ?? {};
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/money/costs">{t("money.title.costs")}</Link>}
        title={t("money.rule.newTitle")}
        subtitle={t("money.rule.newText")}
      />
      {answer?.simulation && <Simulation simulation={answer.simulation} currency={currency} />}
      <Form method="post" className="form">
        {numbers.map((name) => (
          <Field
            key={name}
            label={t(`money.rule.field.${name}`)}
            hint={t(`money.rule.hint.${name}`)}
            problem={errors[name]}
          >
            <input name={name} inputMode="decimal" defaultValue={values[name]} required />
          </Field>
        ))}
        <Field
          label={t("money.rule.field.validFrom")}
          hint={t("money.rule.hint.validFrom")}
          problem={errors["validFrom"]}
        >
          <input name="validFrom" type="month" defaultValue={values["validFrom"]} required />
        </Field>
        <Field label={t("money.rule.field.note")} isOptional problem={errors["note"]}>
          <input name="note" defaultValue={values["note"]} maxLength={500} />
        </Field>
        <div className="form-actions">
          <button type="submit" name="intent" value="simulate" className="button">
            {t("money.rule.simulate")}
          </button>
          <button type="submit" name="intent" value="publish" className="button primary">
            {t("money.rule.publish")}
          </button>
        </div>
      </Form>
      <RulesTable rules={rules} />
    </div>
  );
}

function Simulation({ simulation, currency }: { simulation: RuleSimulation; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => `${format.compactMoney(minor, currency)} ${format.moneyUnit(currency)}`;
  return (
    <p className="notice" role="status">
      {t("money.rule.simulated", {
        month: format.month(simulation.month),
        before: money(simulation.accountsBeforeMinor),
        after: money(simulation.accountsAfterMinor),
        unusedBefore: money(simulation.unusedBeforeMinor),
        unusedAfter: money(simulation.unusedAfterMinor),
        count: simulation.changedAccounts,
        n: format.number(simulation.changedAccounts),
        all: format.number(simulation.allAccounts),
      })}
    </p>
  );
}
