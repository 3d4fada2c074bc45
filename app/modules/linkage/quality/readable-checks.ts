import { AppError } from "~/kernel/app-error";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { type CheckName, checkDescriptions, checkNames, isCheckName } from "./quality-check";

/** What the reader may open: checks about pay and about single people's answers are HR's. */
export function readableChecks(scope: Scope<"quality.read">): CheckName[] {
  const mayReadPay = can(scope.roles, "pay.read");
  return checkNames.filter((name) => mayReadPay || !checkDescriptions[name].needsPay);
}

/** What is unknown and what is not the reader's are NOT FOUND alike. */
export function requireReadableCheck(scope: Scope<"quality.read">, name: string): CheckName {
  if (!isCheckName(name) || !readableChecks(scope).includes(name))
    throw new AppError("not_found", "No such check");
  return name;
}
