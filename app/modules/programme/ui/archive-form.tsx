import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Two steps, the second one named: opens without JavaScript. */
export function ArchiveForm() {
  const { t } = useTranslation();
  return (
    <details className="section no-print">
      <summary className="button small" style={{ width: "fit-content" }}>
        {t("programme.archive.action")}
      </summary>
      <Form method="post" className="form" style={{ marginTop: 12 }}>
        <p className="sub">{t("programme.archive.text")}</p>
        <div className="form-actions">
          <button type="submit" name="intent" value="archive" className="button danger">
            {t("programme.archive.confirm")}
          </button>
        </div>
      </Form>
    </details>
  );
}
