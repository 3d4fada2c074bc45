import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { RulesVersion } from "../get-return-rules.server";

export function RulesVersions({ versions }: { versions: readonly RulesVersion[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="section">
      <h2>{t("roi.rules.versions")}</h2>
      <ul className="stack" style={{ gap: 8, marginTop: 8 }}>
        {versions.map(({ version, note, actorName, createdAt, decided }) => (
          <li key={version}>
            <b>{t("roi.rules.version", { version })}</b>{" "}
            <span className="muted">
              {t("roi.rules.by", { name: actorName, time: format.date(createdAt) })} ·{" "}
              {t("roi.rules.decided", { count: decided })}
            </span>
            {note && <p>{note}</p>}
          </li>
        ))}
        <li className="muted">{t("roi.rules.defaults")}</li>
      </ul>
    </section>
  );
}
