import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { TableFrame } from "~/ui/tables/table-frame";
import type { SpellLine } from "../spell-line";

export function SpellsTable({ spells }: { spells: readonly SpellLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <TableFrame label={t("people.history.title")}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("people.history.from")}</th>
            <th scope="col">{t("people.history.to")}</th>
            <th scope="col">{t("people.field.jobTitle")}</th>
            <th scope="col">{t("people.field.unit")}</th>
            <th scope="col">{t("people.field.manager")}</th>
            <th scope="col" className="n">
              {t("people.head.fte")}
            </th>
          </tr>
        </thead>
        <tbody>
          {spells.map((spell) => (
            <tr key={spell.id}>
              <td className="nowrap">{format.date(spell.startsOn)}</td>
              <td className="nowrap">
                {spell.endsOn ? format.date(spell.endsOn) : t("people.history.present")}
              </td>
              <td>{spell.jobTitle ?? "–"}</td>
              <td>{spell.unit}</td>
              <td>{spell.manager ?? "–"}</td>
              <td className="n">{format.number(spell.fte, { decimals: 2 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
