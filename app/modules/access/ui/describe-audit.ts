import type { TFunction } from "i18next";
import { access } from "~/i18n/en/access";

type KnownAction = keyof typeof access.audit.actions;

/** `employee.depart` in words; an action that has none yet shows as it is stored. */
export function describeAction(t: TFunction, action: string): string {
  const key = action.replace(".", "_");
  return key in access.audit.actions ? t(`access.audit.actions.${key as KnownAction}`) : action;
}

/** The event's facts as "name: value", nested ones flattened; empty ones left out. */
export function describeDetail(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0))
    .map(
      ([name, value]) =>
        `${name}: ${Array.isArray(value) ? value.join(", ") : typeof value === "object" ? JSON.stringify(value) : String(value)}`,
    )
    .join(" · ");
}
