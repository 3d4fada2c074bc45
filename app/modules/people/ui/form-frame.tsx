import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RecordForm } from "~/ui/forms/use-record-form";
import { PageHeader } from "~/ui/primitives/page-header";

interface Props {
  readonly form: RecordForm;
  readonly title: string;
  readonly subtitle: string;
  readonly crumb: { readonly to: string; readonly name: string };
  /** What the button does. */
  readonly submit: string;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
}

/** The page of every form here: where it belongs to, the fields, what was refused as a whole, and the two ways out. */
export function FormFrame({ form, title, subtitle, crumb, submit, isDangerous = false, children }: Props) {
  const { t } = useTranslation();
  const problem = form.problem("form");
  return (
    <div className="page">
      <PageHeader crumbs={<Link to={crumb.to}>{crumb.name}</Link>} title={title} subtitle={subtitle} />
      <Form {...form.form} className="form">
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
          <Link className="button" to={crumb.to}>
            {t("common.action.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}
