import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, type FieldProblem } from "~/ui/forms/field";
import { assumedCostKeyOf, type LeverKey, type ScenarioBasis } from "../levers";
import type { LeverValues, ScenarioResult } from "../scenario";
import { LeverSlider } from "./lever-slider";
import { ResultLine } from "./result-line";
import styles from "./scenarios.module.css";
import { useScenario } from "./use-scenario";

interface Props {
  readonly basis: ScenarioBasis;
  readonly given: { readonly values: LeverValues; readonly result: ScenarioResult | null };
  readonly name: string;
  readonly problems: Readonly<Record<string, FieldProblem>>;
}

/** The levers as one form: GET computes it where no script runs, POST saves it. */
export function ScenarioSliders({ basis, given, name, problems }: Props) {
  const { t } = useTranslation();
  const scenario = useScenario(basis, given);
  const isBusy = useNavigation().state !== "idle";
  const { levers, result } = scenario;
  const costFieldOf = (lever: LeverKey) => {
    const key = assumedCostKeyOf(lever);
    return (
      key && { key, value: scenario.costOf(key), onChange: (cost: number) => scenario.assumeCost(key, cost) }
    );
  };
  return (
    <Form method="get" action="/scenarios" id="levers">
      {levers.map((lever) => (
        <LeverSlider
          key={lever.key}
          lever={lever}
          value={scenario.valueOf(lever)}
          problem={scenario.problems[lever.key]}
          outcome={result?.levers.find(({ key }) => key === lever.key)}
          currency={basis.currency}
          onChange={(value) => scenario.move(lever, value)}
          cost={costFieldOf(lever.key)}
        />
      ))}
      <ResultLine result={result} isComputing={scenario.isComputing} />
      <div className={`${styles.save} no-print`}>
        <Field
          label={t("scenarios.form.name")}
          hint={t("scenarios.form.nameHint")}
          problem={problems["name"]}
        >
          <input name="name" maxLength={120} defaultValue={name} autoComplete="off" />
        </Field>
        <div className="row" style={{ paddingBottom: 20 }}>
          <button
            className="button primary"
            type="submit"
            formMethod="post"
            formAction="/scenarios?index"
            disabled={isBusy}
          >
            {t("scenarios.action.save")}
          </button>
          <noscript>
            <button className="button" type="submit">
              {t("scenarios.action.compute")}
            </button>
          </noscript>
          <button className="button" type="button" onClick={scenario.reset}>
            {t("scenarios.action.reset")}
          </button>
        </div>
      </div>
    </Form>
  );
}
