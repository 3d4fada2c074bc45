import { Form, Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ImportKindName } from "../kinds/kind";
import { wordProblem } from "../word-problem";

interface Props {
  readonly problem: Parameters<typeof wordProblem>[1];
  readonly kind: ImportKindName;
  readonly otherKind: ImportKindName | null;
}

/** Why no row of the file could be judged, and the way on. */
export function RunProblem({ problem, kind, otherKind }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <div className="stack">
      <div className="notice bad" role="alert">
        {wordProblem(t as TFunction, problem, { kind, locale: i18n.language })}
      </div>
      <Form method="post" className="row">
        {otherKind && (
          <>
            <input type="hidden" name="kind" value={otherKind} />
            <button type="submit" name="intent" value="checkAs" className="button primary">
              {t("exchange.run.otherKindAction", { kind: t(`exchange.kind.${otherKind}`) })}
            </button>
          </>
        )}
        <Link to="/import">{t("exchange.run.again")}</Link>
      </Form>
    </div>
  );
}
