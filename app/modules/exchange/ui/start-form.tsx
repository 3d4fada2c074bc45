import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import { importKinds } from "../kinds/import-kinds";
import type { ImportKindName } from "../kinds/kind";
import styles from "./import.module.css";

interface Props {
  readonly kinds: readonly ImportKindName[];
  readonly kind: string | null;
  readonly limit: string;
  readonly error: { readonly field: "kind" | "file"; readonly message: string } | null;
}

/** Kind and file; posts as an ordinary upload, with or without JavaScript. */
export function StartForm({ kinds, kind, limit, error }: Props) {
  const { t } = useTranslation();
  const isSending = useNavigation().formMethod === "POST";
  return (
    <Form
      method="post"
      action="/import?index"
      encType="multipart/form-data"
      className={`form ${styles["start"]}`}
    >
      {error && (
        <p className="notice bad" role="alert">
          {error.message}
        </p>
      )}
      <Field label={t("exchange.start.kind")} hint={t("exchange.start.order")}>
        <select name="kind" defaultValue={kind ?? ""} required key={kind}>
          <option value="" disabled>
            –
          </option>
          {(["people", "customers"] as const).map((group) => {
            const members = kinds.filter((name) => importKinds[name].capability === `import.${group}`);
            return members.length === 0 ? null : (
              <optgroup key={group} label={t(`exchange.group.${group}`)}>
                {members.map((name) => (
                  <option key={name} value={name}>
                    {t(`exchange.kind.${name}`)}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
      </Field>
      <Field label={t("exchange.start.file")} hint={t("exchange.start.fileHint", { size: limit })}>
        <input type="file" name="file" accept=".csv,.tsv,.txt,text/csv" required className={styles["file"]} />
      </Field>
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={isSending}>
          {t("exchange.start.check")}
        </button>
      </div>
    </Form>
  );
}
