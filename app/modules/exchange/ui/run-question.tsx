import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import styles from "./import.module.css";

interface Question {
  readonly about: "dates" | "decimal";
  readonly value: string;
  readonly row: number;
  readonly column: string;
}

const choices = { dates: ["dmy", "mdy", "iso"], decimal: ["point", "comma"] } as const;

/** Asks what the file alone does not tell. Nothing is preselected: a guess would look like an answer. */
export function RunQuestion({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("exchange.run.question.title")}</h2>
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="check" />
        {questions.map((question) => (
          <fieldset key={question.about} className={styles["choices"]}>
            <legend className="ink2">
              {question.row > 0
                ? t(`exchange.run.question.${question.about}`, { ...question })
                : t(`exchange.run.question.${question.about}Both`)}
            </legend>
            {choices[question.about]
              .filter((choice) => choice !== "iso")
              .map((choice) => (
                <label key={choice}>
                  <input type="radio" name={question.about} value={choice} required />
                  {t(`exchange.run.convention.${choice}`)}
                </label>
              ))}
          </fieldset>
        ))}
        <div className="form-actions">
          <button type="submit" className="button primary">
            {t("exchange.run.question.answer")}
          </button>
        </div>
      </Form>
    </section>
  );
}
