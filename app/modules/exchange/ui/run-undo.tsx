import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

interface Props {
  readonly created: number;
  readonly updated: number;
  /** Asked once, and now to be confirmed. */
  readonly isAsked: boolean;
  readonly obstacles: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

/** Takes an import back; says first what that means, and why where it cannot be done. */
export function RunUndo({ created, updated, isAsked, obstacles }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tableName = (name: string | number | undefined) =>
    t(`exchange.table.${name ?? ""}` as "exchange.table.accounts", { defaultValue: String(name ?? "") });
  return (
    <section className="section stack" id="undo">
      <div>
        <h2>{t("exchange.undo.title")}</h2>
        <p className="sub">
          {t("exchange.undo.text", { created: format.number(created), updated: format.number(updated) })}
        </p>
      </div>
      {obstacles.length > 0 && (
        <div className="notice bad" role="alert">
          <p className="strong">{t("exchange.undo.refused")}</p>
          <ul>
            {obstacles.map(({ code, params }, index) => (
              <li key={index}>
                {t(`exchange.undo.reason.${code}` as "exchange.undo.reason.referenced", {
                  ...params,
                  count: Number(params["count"] ?? 0),
                  table: tableName(params["table"]),
                  by: tableName(params["by"]),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isAsked ? (
        <Form method="post" className="row">
          <button type="submit" name="intent" value="undo" className="button danger">
            {t("exchange.undo.confirm")}
          </button>
          <Link to=".">{t("common.action.cancel")}</Link>
        </Form>
      ) : (
        <p>
          <Link to="?undo=1#undo" className="button" preventScrollReset>
            {t("exchange.undo.action")}
          </Link>
        </p>
      )}
    </section>
  );
}
