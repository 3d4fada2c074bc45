import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field, type FieldProblem } from "~/ui/forms/field";
import type { SavedScenario } from "../scenario";
import styles from "./scenarios.module.css";

interface Props {
  readonly scenario: SavedScenario;
  readonly answer:
    | {
        readonly values: Readonly<Record<string, string>>;
        readonly errors: Readonly<Record<string, FieldProblem>>;
      }
    | undefined;
}

/** Rename, compute anew, delete: the last says first what will be gone. */
export function ScenarioForms({ scenario, answer }: Props) {
  const { t } = useTranslation();
  return (
    <section className="section no-print">
      <Form method="post" className={styles.save} key={scenario.name}>
        <Field label={t("scenarios.form.name")} problem={answer?.errors["name"]}>
          <input
            name="name"
            maxLength={120}
            defaultValue={answer?.values["name"] ?? scenario.name}
            required
          />
        </Field>
        <button className="button" type="submit" name="intent" value="rename">
          {t("scenarios.action.rename")}
        </button>
        <button className="button" type="submit" name="intent" value="recompute" formNoValidate>
          {t("scenarios.action.recompute")}
        </button>
      </Form>
      <details style={{ marginTop: 20 }}>
        <summary className="button quiet">{t("scenarios.action.delete")}</summary>
        <Form method="post" className="stack" style={{ marginTop: 12, maxWidth: 560 }}>
          <p className="notice bad">{t("scenarios.deleteConfirm", { name: scenario.name })}</p>
          <div className="row">
            <button className="button danger" type="submit" name="intent" value="delete">
              {t("scenarios.action.delete")}
            </button>
          </div>
        </Form>
      </details>
    </section>
  );
}
