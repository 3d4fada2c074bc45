import { type Capability, can } from "~/modules/access/capabilities";
import type { Role } from "~/modules/access/roles";

export const homeKinds = ["leadership", "sales", "hr"] as const;
export type HomeKind = (typeof homeKinds)[number];

/** The home pages these roles open, the widest view first. */
export function homesFor(roles: readonly Role[]): HomeKind[] {
  return homeKinds.filter((kind) => can(roles, `home.${kind}` satisfies Capability));
}
