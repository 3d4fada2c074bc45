import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/primitives/icon";
import { importKinds } from "../kinds/import-kinds";
import type { ColumnType, ImportKindName } from "../kinds/kind";
import { headerOf } from "../template-file";
import styles from "./import.module.css";

interface Props {
  readonly kinds: readonly ImportKindName[];
  readonly locale: string;
  /** The kind whose columns are shown from the start. */
  readonly open: string | null;
}

/** What each kind holds, its columns and formats, and files to start from. Works by opening and closing alone. */
export function KindList({ kinds, locale, open }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles["kinds"]}>
      {(["people", "customers"] as const).map((group) => {
        const members = kinds.filter((kind) => importKinds[kind].capability === `import.${group}`);
        if (members.length === 0) return null;
        return [
          <h3 key={group}>{t(`exchange.group.${group}`)}</h3>,
          ...members.map((kind) => (
            <details key={kind} open={kind === open}>
              <summary>
                <Icon name="chevron" size={12} />
                <b>{t(`exchange.kind.${kind}`)}</b>
                <span className="ink2">{t(`exchange.kindText.${kind}`)}</span>
                <code className="small muted wide-only">{kind}</code>
              </summary>
              <KindColumns kind={kind} locale={locale} />
            </details>
          )),
        ];
      })}
    </div>
  );
}

function KindColumns({ kind, locale }: { kind: ImportKindName; locale: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <div className="table-frame">
        <table className="data">
          <thead>
            <tr>
              <th>{t("exchange.run.column")}</th>
              <th>{t("exchange.format.holds")}</th>
              <th>{t("exchange.format.example")}</th>
            </tr>
          </thead>
          <tbody>
            {importKinds[kind].columns.map((column) => (
              <tr key={column.name}>
                <td>
                  <code>{column.name}</code>
                  {column.isRequired && <span className="muted small"> {t("exchange.start.required")}</span>}
                  {headerOf(column, locale) !== column.name && (
                    <span className="second">{headerOf(column, locale)}</span>
                  )}
                </td>
                <td>
                  <Format type={column.type} />
                </td>
                <td className="ink2">{column.examples.find((example) => example !== "")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles["files"]}>
        <a href={`/import/files/${kind}-template.csv`} download>
          {t("exchange.start.template")}
        </a>
        <a href={`/import/files/${kind}-example.csv`} download>
          {t("exchange.start.example")}
        </a>
      </p>
    </div>
  );
}

function Format({ type }: { type: ColumnType }) {
  const { t } = useTranslation();
  switch (type.is) {
    case "choice":
      return <>{Object.keys(type.words).join(", ")}</>;
    case "text":
      return <>{t("exchange.format.text", { max: type.max })}</>;
    case "integer":
      return <>{t("exchange.format.integer", { min: type.min, max: type.max })}</>;
    case "decimal":
      return <>{t("exchange.format.decimal", { min: Math.floor(type.min), max: type.max })}</>;
    case "money":
      return <>{t(type.mayBeNegative ? "exchange.format.money" : "exchange.format.moneyNotNegative")}</>;
    case "reference":
      return <>{t(`exchange.format.${type.noun}`)}</>;
    default:
      return <>{t(`exchange.format.${type.is}`)}</>;
  }
}
