import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field } from "~/ui/forms/field";
import { type RuleAnswer, RulePage } from "../../ui/rule-page";
import type { RuleSimulation } from "../simulate-rule.server";
import { RulesTable, type ShownRule } from "./rules-table";

interface Props {
  readonly rules: readonly ShownRule[];
  readonly initial: Readonly<Record<string, string>>;
  readonly answer: RuleAnswer<RuleSimulation> | undefined;
  readonly currency: string;
}

const numbers = ["weeklyHours", "practicalPercent", "minutesPercent", "standardPercent"] as const;

/** A new version of the rule: tried on the last complete month first, then published. */
export function AllocationRulePage({ rules, initial, answer, currency }: Props) {
  const { t } = useTranslation();
  const values = answer?.values ?? initial;
  const errors = answer?.errors ?? {};
  const simulated = useSimulationWords(currency);
  return (
    <RulePage
      of={{ href: "/money/costs", title: t("money.title.costs") }}
      title={t("money.rule.newTitle")}
      subtitle={t("money.rule.newText")}
      simulated={answer?.simulation && simulated(answer.simulation)}
      note={values["note"]}
      noteProblem={errors["note"]}
      versions={<RulesTable rules={rules} />}
    >
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
    </RulePage>
  );
}

function useSimulationWords(currency: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => `${format.compactMoney(minor, currency)} ${format.moneyUnit(currency)}`;
  return (simulation: RuleSimulation) =>
    t("money.rule.simulated", {
      month: format.month(simulation.month),
      before: money(simulation.accountsBeforeMinor),
      after: money(simulation.accountsAfterMinor),
      unusedBefore: money(simulation.unusedBeforeMinor),
      unusedAfter: money(simulation.unusedAfterMinor),
      count: simulation.changedAccounts,
      n: format.number(simulation.changedAccounts),
      all: format.number(simulation.allAccounts),
    });
}
