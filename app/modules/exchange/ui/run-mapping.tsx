import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { importKinds } from "../kinds/import-kinds";
import type { ImportKindName } from "../kinds/kind";
import styles from "./import.module.css";

interface Props {
  readonly kind: ImportKindName;
  readonly header: readonly string[];
  readonly columns: readonly (string | null)[];
  readonly delimiter: string;
  readonly dates: string;
  readonly decimal: string;
  /** By what the rows were read in the end, chosen or seen from the file. */
  readonly readBy: { readonly dates: "iso" | "dmy" | "mdy"; readonly decimal: "point" | "comma" } | undefined;
  /** False once the file is gone or imported: then it only tells. */
  readonly canChange: boolean;
}

const delimiterWords = { ",": "comma_delimiter", ";": "semicolon_delimiter", "\t": "tab_delimiter" } as const;

/** What each header was read as and by which conventions; correctable until the file is imported. */
export function RunMapping({ kind, header, columns, delimiter, dates, decimal, readBy, canChange }: Props) {
  const { t } = useTranslation();
  const names = importKinds[kind].columns.map((column) => column.name);
  const word = delimiterWords[delimiter as ","];
  const convention = (
    name: "dates" | "decimal",
    value: string,
    values: readonly ("iso" | "dmy" | "mdy" | "point" | "comma")[],
  ) => (
    <label>
      {t(`exchange.run.convention.${name}`)}
      <select className="input" name={name} defaultValue={value} key={value}>
        <option value="">
          {t("exchange.run.convention.auto")}
          {readBy && `: ${t(`exchange.run.convention.${readBy[name]}`)}`}
        </option>
        {values.map((each) => (
          <option key={each} value={each}>
            {t(`exchange.run.convention.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("exchange.run.mapping")}</h2>
          <p className="sub">
            {canChange && t("exchange.run.mappingText")}
            {!canChange &&
              readBy &&
              `${t("exchange.run.convention.dates")}: ${t(`exchange.run.convention.${readBy.dates}`)}. ${t("exchange.run.convention.decimal")}: ${t(`exchange.run.convention.${readBy.decimal}`)}.`}
            {word && ` ${t("exchange.run.convention.delimiter")}: ${t(`exchange.run.convention.${word}`)}.`}
          </p>
        </div>
      </div>
      <Form method="post" className={styles["mapping"]}>
        <input type="hidden" name="intent" value="check" />
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th>{t("exchange.run.header")}</th>
                <th>{t("exchange.run.column")}</th>
              </tr>
            </thead>
            <tbody>
              {header.map((cell, index) => (
                <tr key={index}>
                  <td>{cell || <span className="muted">–</span>}</td>
                  <td>
                    {canChange ? (
                      <select
                        className="input"
                        name={`header.${index}`}
                        aria-label={`${t("exchange.run.column")}: ${cell}`}
                        defaultValue={columns[index] ?? ""}
                        key={columns[index]}
                      >
                        <option value="">{t("exchange.run.leftOut")}</option>
                        {names.map((name) => (
                          <option key={name} value={name}>
                            {name}
                          </option>
                        ))}
                      </select>
                    ) : (
                      (columns[index] ?? <span className="muted">{t("exchange.run.leftOut")}</span>)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {canChange && (
          <>
            <div className={styles["conventions"]}>
              {convention("dates", dates, ["iso", "dmy", "mdy"])}
              {convention("decimal", decimal, ["point", "comma"])}
            </div>
            <button type="submit" className="button">
              {t("exchange.run.recheck")}
            </button>
          </>
        )}
      </Form>
    </section>
  );
}
