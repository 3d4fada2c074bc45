import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field } from "~/ui/forms/field";
import { Section } from "~/ui/primitives/section";
import { DataTable } from "~/ui/tables/data-table";
import { type RuleAnswer, RulePage } from "../../ui/rule-page";
import { useVersionColumns } from "../../ui/version-columns";
import { criteria, type ScoreParameters } from "../score-rule";
import type { ScoreSimulation } from "../simulate-score-rule.server";

interface Rule {
  readonly version: number;
  readonly parameters: ScoreParameters;
  readonly note: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: string | Date | null;
}

interface Props {
  readonly rules: readonly Rule[];
  readonly initial: Readonly<Record<string, string>>;
  readonly answer: RuleAnswer<ScoreSimulation> | undefined;
}

/** Weights and cuts of the next version: how many customers would change class is seen before it is published. */
export function ScoreRulePage({ rules, initial, answer }: Props) {
  const { t } = useTranslation();
  const values = answer?.values ?? initial;
  const errors = answer?.errors ?? {};
  const simulated = useSimulationWords();
  const number = (name: string, label: string, hint?: string) => (
    <Field key={name} label={label} {...(hint && { hint })} problem={errors[name]}>
      <input name={name} inputMode="decimal" defaultValue={values[name]} required />
    </Field>
  );
  return (
    <RulePage
      of={{ href: "/money/value", title: t("money.title.value") }}
      title={t("money.criteria.newTitle")}
      subtitle={t("money.criteria.newText")}
      simulated={answer?.simulation && simulated(answer.simulation)}
      note={values["note"]}
      noteProblem={errors["note"]}
      versions={<Versions rules={rules} />}
    >
      {criteria.map(({ id, axis }) =>
        number(
          id,
          `${t(`money.criterion.${id}`)} · ${t(`money.criteria.${axis}`)}`,
          t(`money.criterionHow.${id}`),
        ),
      )}
      <div className="form-pair">
        {number("cutA", t("money.criteria.cutA"), t("money.criteria.cutHint"))}
        {number("cutB", t("money.criteria.cutB"))}
      </div>
    </RulePage>
  );
}

function useSimulationWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (simulation: ScoreSimulation) =>
    t("money.criteria.simulated", {
      all: format.number(simulation.accounts),
      current: format.number(simulation.currentChanged),
      currentUp: format.number(simulation.currentUp),
      potential: format.number(simulation.potentialChanged),
      potentialUp: format.number(simulation.potentialUp),
    });
}

function Versions({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { version, publishedBy, note } = useVersionColumns();
  return (
    <Section title={t("money.rule.versions")}>
      <DataTable
        label={t("money.rule.versions")}
        rows={rules}
        rowKey={(rule) => rule.version}
        columns={[
          version(),
          ...criteria.map(({ id }) => ({
            key: id,
            header: t(`money.criterion.${id}`),
            isNumber: true,
            cell: ({ parameters }: Rule) => format.number(parameters.weights[id]),
          })),
          {
            key: "cuts",
            header: t("money.criteria.cuts"),
            isNumber: true,
            cell: ({ parameters }) => `${parameters.cuts.a} · ${parameters.cuts.b}`,
          },
          publishedBy(),
          note(),
        ]}
      />
    </Section>
  );
}
