import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { PageHeader } from "~/ui/primitives/page-header";

interface Props {
  readonly title: string;
  readonly text?: string;
  /** Where the form belongs: the link above the title and the way out. */
  readonly back: { readonly to: string; readonly name: string };
  readonly form: RecordForm;
  /** Comes along, so that sending the form twice writes once. */
  readonly id?: string | undefined;
  readonly submit: string;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
}

/** A page with one form: title, fields, the action that says what it does, and the way back. */
export function FormFrame({ title, text, back, form, id, submit, isDangerous = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} subtitle={text} crumbs={<Link to={back.to}>{back.name}</Link>} />
      <Form {...form.form} className="form">
        {id && <input type="hidden" name="id" value={id} />}
        {children}
        <div className="form-actions">
          <button
            type="submit"
            className={isDangerous ? "button danger" : "button primary"}
            disabled={form.isSubmitting}
          >
            {submit}
          </button>
          <Link className="button quiet" to={back.to}>
            {t("common.action.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
