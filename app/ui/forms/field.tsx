import { cloneElement, type ReactElement, useId } from "react";
import { useTranslation } from "react-i18next";

/** A message key below `errors.field` with its parameters, as the server and the client schema both give it. */
export interface FieldProblem {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly problem?: FieldProblem | undefined;
  /** One input; it is given its id and what describes it. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** Label above, control, help under, and the error beside it in words. Works the same without JavaScript. */
export function Field({ label, hint, isOptional = false, problem, children }: Props) {
  const id = useId();
  const { t } = useTranslation();
  const describedBy = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="muted"> ({t("common.form.optional")})</span>}
      </label>
      {cloneElement(children, {
        id,
        className: `input ${(children.props["className"] as string | undefined) ?? ""}`.trim(),
        "aria-invalid": problem ? true : undefined,
        "aria-describedby": describedBy || undefined,
      })}
      {problem && (
        <p className="error" id={`${id}-error`} role="alert">
          {t(`errors.field.${problem.key}` as "errors.field.invalid", { ...problem.params })}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
