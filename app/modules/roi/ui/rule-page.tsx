import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Field, type FieldProblem } from "~/ui/forms/field";
import { PageHeader } from "~/ui/primitives/page-header";

export interface RuleAnswer<Simulation> {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, FieldProblem>>;
  readonly simulation?: Simulation;
}

interface Props {
  /** The page that the rule is of. */
  readonly of: { readonly href: string; readonly title: string };
  readonly title: string;
  readonly subtitle: string;
  /** What trying it found, in words. */
  readonly simulated: ReactNode;
  readonly note: string | undefined;
  readonly noteProblem: FieldProblem | undefined;
  /** Fields of the next version. */
  readonly children: ReactNode;
  readonly versions: ReactNode;
}

/** A new version of a rule: tried first, then published; earlier ones stand below. */
export function RulePage({ of, title, subtitle, simulated, note, noteProblem, children, versions }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader crumbs={<Link to={of.href}>{of.title}</Link>} title={title} subtitle={subtitle} />
      {simulated && (
        <p className="notice" role="status">
          {simulated}
        </p>
      )}
      <Form method="post" className="form">
        {children}
        <Field label={t("money.rule.field.note")} isOptional problem={noteProblem}>
          <input name="note" defaultValue={note} maxLength={500} />
        </Field>
        <div className="form-actions">
          <button type="submit" name="intent" value="simulate" className="button">
            {t("money.rule.simulate")}
          </button>
          <button type="submit" name="intent" value="publish" className="button primary">
            {t("money.rule.publish")}
          </button>
        </div>
      </Form>
      {versions}
    </div>
  );
}
