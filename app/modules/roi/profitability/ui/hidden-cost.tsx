import { useTranslation } from "react-i18next";
import type { ShownGroup } from "../read-profit-report.server";

/** Cells that a reader without pay may not see, with the reason in words; without a reason it is that of a single account. */
export function HiddenCost({
  reason,
  columns = 1,
}: {
  readonly reason: ShownGroup["hidden"];
  readonly columns?: number;
}) {
  const { t } = useTranslation();
  const words = t(`money.hidden.${reason ?? "too_few"}`);
  return (
    <td className="n hidden-cell" colSpan={columns} title={words}>
      <span>{reason === null ? t("money.hidden.short") : words}</span>
    </td>
  );
}
