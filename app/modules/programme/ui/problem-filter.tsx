import { Form, Link, useSubmit } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { type ProblemState, problemStates } from "../problem";

interface Props {
  readonly text: string | null;
  readonly state: ProblemState | null;
}

/** Search and state in the URL; sent at once where scripts run, by the button elsewhere. */
export function ProblemFilter({ text, state }: Props) {
  const { t } = useTranslation();
  const submit = useSubmit();
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229))
      event.preventDefault();
  }
  return (
    <Form
      key={`${text}${state}`}
      method="get"
      role="search"
      aria-label={t("programme.problems.search")}
      className="row no-print"
      style={{ marginBottom: 16 }}
    >
      <input
        name="q"
        type="search"
        className="input"
        style={{ maxWidth: 280 }}
        defaultValue={text ?? ""}
        placeholder={t("programme.problems.search")}
        aria-label={t("programme.problems.search")}
        autoComplete="off"
        data-focus-key="/"
        onKeyDown={onKeyDown}
      />
      <select
        name="state"
        className="input"
        style={{ width: "auto" }}
        defaultValue={state ?? ""}
        aria-label={t("programme.problems.state")}
        onChange={(event) => submit(event.currentTarget.form)}
      >
        <option value="">{t("programme.problems.all")}</option>
        {problemStates.map((each) => (
          <option key={each} value={each}>
            {t(`programme.problems.${each}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        {t("common.action.search")}
      </button>
      {(text !== null || state !== null) && (
        <Link to="/programme/problems" className="small">
          {t("common.action.clear")}
        </Link>
      )}
    </Form>
  );
}
