import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../primitives/page-header";
import type { RecordForm } from "./use-record-form";

interface Props {
  readonly form: RecordForm;
  readonly title: string;
  readonly subtitle?: string;
  /** Where the form belongs: the link above the title and the way out. */
  readonly back: { readonly to: string; readonly name: string };
  /** Comes along, so that sending the form twice writes once. */
  readonly id?: string | undefined;
  /** What the button does. */
  readonly submit: string;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
}

/** A page with one form: title, what was refused as a whole, the fields, the action that says what it does, and the way back. */
export function FormFrame({ form, title, subtitle, back, id, submit, isDangerous = false, children }: Props) {
  const { t } = useTranslation();
  const problem = form.problem("form");
  return (
    <>
      <PageHeader crumbs={<Link to={back.to}>{back.name}</Link>} title={title} subtitle={subtitle} />
      <Form {...form.form} className="form">
        {id && <input type="hidden" name="id" value={id} />}
        {problem && (
          <p className="notice bad" role="alert">
            {t(`errors.field.${problem.key}` as "errors.field.invalid", { ...problem.params })}
          </p>
        )}
        {children}
        <div className="form-actions">
          <button
            type="submit"
            className={isDangerous ? "button danger" : "button primary"}
            disabled={form.isSubmitting}
          >
            {submit}
          </button>
          <Link className="button" to={back.to}>
            {t("common.action.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
