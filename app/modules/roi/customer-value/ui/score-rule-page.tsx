import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Field, type FieldProblem } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";
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
  readonly answer:
    | {
        readonly values: Readonly<Record<string, string>>;
        readonly errors: Readonly<Record<string, FieldProblem>>;
        readonly simulation?: ScoreSimulation;
      }
    | undefined;
}

/** Weights and cuts of the next version: how many customers would change class is seen before it is published. */
export function ScoreRulePage({ rules, initial, answer }: Props) {
  const { t } = useTranslation();
  const values = answer?.values ?? initial;
  const errors = answer?.errors ?? {};
  const number = (name: string, label: string, hint?: string) => (
    <Field key={name} label={label} {...(hint && { hint })} problem={errors[name]}>
      <input name={name} inputMode="decimal" defaultValue={values[name]} required />
    </Field>
  );
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/money/value">{t("money.title.value")}</Link>}
        title={t("money.criteria.newTitle")}
        subtitle={t("money.criteria.newText")}
      />
      {answer?.simulation && <Simulation simulation={answer.simulation} />}
      <Form method="post" className="form">
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
      <Versions rules={rules} />
    </div>
  );
}

function Simulation({ simulation }: { simulation: ScoreSimulation }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="notice" role="status">
      {t("money.criteria.simulated", {
        all: format.number(simulation.accounts),
        current: format.number(simulation.currentChanged),
        currentUp: format.number(simulation.currentUp),
        potential: format.number(simulation.potentialChanged),
        potentialUp: format.number(simulation.potentialUp),
      })}
    </p>
  );
}

function Versions({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t("money.rule.versions")}</h2>
      </div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("money.rule.version")}</th>
              {criteria.map(({ id }) => (
                <th key={id} className="n">
                  {t(`money.criterion.${id}`)}
                </th>
              ))}
              <th className="n">{t("money.criteria.cuts")}</th>
              <th>{t("money.rule.publishedBy")}</th>
              <th>{t("money.rule.field.note")}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.version}>
                <td>{rule.version}</td>
                {criteria.map(({ id }) => (
                  <td key={id} className="n">
                    {format.number(rule.parameters.weights[id])}
                  </td>
                ))}
                <td className="n nowrap">
                  {rule.parameters.cuts.a} · {rule.parameters.cuts.b}
                </td>
                <td>{rule.publishedBy ?? t("money.rule.builtInShort")}</td>
                <td>{rule.note ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
