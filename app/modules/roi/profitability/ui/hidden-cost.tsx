import { useTranslation } from "react-i18next";
import type { ShownGroup } from "../read-profit-report.server";

/** Cells that a reader without pay may not see, with the reason in words. */
export function HiddenCost({
  reason,
  columns = 1,
}: {
  readonly reason: ShownGroup["hidden"];
  readonly columns?: number;
}) {
  const { t } = useTranslation();
  return (
    <td className="n hidden-cell" colSpan={columns}>
      <span>{t(`money.hidden.${reason ?? "too_few"}`)}</span>
    </td>
  );
}
