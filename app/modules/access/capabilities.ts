import type { Role } from "./roles";

/** What a person may do. Pages, charts, exports, imports and jobs all ask here and nowhere else. */
export const capabilities = [
  "home.hr",
  "home.sales",
  "home.leadership",
  "people.read",
  "people.write",
  "pay.read",
  "pay.write",
  "customers.read",
  "customers.write",
  "assignments.write",
  "import.people",
  "import.customers",
  "users.manage",
  "settings.manage",
  "audit.read",
  "drivers.read",
  "drivers.run",
  "risk.accounts",
  "risk.people",
  "leaving.impact",
  "quality.read",
  "roi.read",
  "scenarios.write",
  "programme.read",
  "programme.govern",
  "programme.write",
] as const;
export type Capability = (typeof capabilities)[number];

/** Which rows the capability reaches: the whole company, the manager's unit and all below it, or what is one's own. */
export type Reach = "all" | "subtree" | "own";

type Grants = Readonly<Partial<Record<Capability, Reach>>>;

/**
 * The matrix. Pay and costs of a person are for HR alone; leadership sees money about people only as sums. Imports
 * reach every row, so a role that sees part of the company may not import.
 */
const grants: Readonly<Record<Role, Grants>> = {
  hr: {
    "home.hr": "all",
    "people.read": "all",
    "people.write": "all",
    "pay.read": "all",
    "pay.write": "all",
    "customers.read": "all",
    "assignments.write": "all",
    "import.people": "all",
    "drivers.read": "all",
    "drivers.run": "all",
    "risk.accounts": "all",
    "risk.people": "all",
    "leaving.impact": "all",
    "quality.read": "all",
    "roi.read": "all",
    "scenarios.write": "all",
    "programme.read": "all",
    "programme.govern": "all",
    "programme.write": "all",
  },
  sales_manager: {
    "home.sales": "subtree",
    "people.read": "subtree",
    "customers.read": "subtree",
    "customers.write": "subtree",
    "assignments.write": "subtree",
    "drivers.read": "subtree",
    "risk.accounts": "subtree",
    "leaving.impact": "subtree",
    "quality.read": "subtree",
    "programme.read": "subtree",
    "programme.govern": "subtree",
  },
  leadership: {
    "home.leadership": "all",
    "people.read": "all",
    "customers.read": "all",
    "drivers.read": "all",
    "drivers.run": "all",
    "risk.accounts": "all",
    "roi.read": "all",
    "scenarios.write": "all",
    "programme.read": "all",
    "programme.govern": "all",
    "programme.write": "all",
  },
  employee: {
    "programme.read": "own",
    "people.read": "own",
    "customers.read": "own",
    "customers.write": "own",
  },
  admin: {
    "import.customers": "all",
    "users.manage": "all",
    "settings.manage": "all",
    "audit.read": "all",
  },
};

/** Every reach the roles give for the capability; empty where they give none. */
export function reachesOf(held: readonly Role[], capability: Capability): ReadonlySet<Reach> {
  const reaches = new Set<Reach>();
  for (const role of held) {
    const reach = grants[role][capability];
    if (reach) reaches.add(reach);
  }
  return reaches;
}

export function can(held: readonly Role[], capability: Capability): boolean {
  return reachesOf(held, capability).size > 0;
}
