import type { TFunction } from "i18next";
import { type CheckName, checkDescriptions, type FindingColumn } from "./quality-check";

/** Dates mean something else in each check; the other columns do not. */
export function columnHeader(t: TFunction, check: CheckName, column: FindingColumn): string {
  if (column === "day") return t(`quality.check.${check}.day`);
  if (column === "against")
    return t(`quality.check.${check}.against` as "quality.check.revenue_after_loss.against");
  if (column === "detail")
    return t(`quality.check.${check}.detail` as "quality.check.revenue_after_loss.detail");
  return t(`quality.column.${column}`);
}

export function detailText(t: TFunction, check: CheckName, detail: string | null): string | null {
  if (detail === null) return null;
  switch (checkDescriptions[check].detail) {
    case "role":
      return t(`assignments.role.${detail}` as "assignments.role.owner");
    case "ledger":
      return t(`quality.ledger.${detail}` as "quality.ledger.revenue");
    default:
      return detail;
  }
}
