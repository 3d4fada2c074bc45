import type { NavigationItem } from "~/ui/shell/navigation";
import { type Capability, can } from "./capabilities";
import type { Role } from "./roles";

const places: readonly (NavigationItem & { readonly needs: readonly Capability[] })[] = [
  { to: "/home", icon: "home", word: "home", group: "main", needs: [] },
  { to: "/employees", icon: "people", word: "employees", group: "main", needs: ["people.read"] },
  { to: "/accounts", icon: "building", word: "accounts", group: "main", needs: ["customers.read"] },
  { to: "/handovers", icon: "handover", word: "handovers", group: "main", needs: ["assignments.write"] },
  { to: "/drivers", icon: "drivers", word: "drivers", group: "analysis", needs: ["drivers.read"] },
  { to: "/at-risk", icon: "alert", word: "atRisk", group: "analysis", needs: ["risk.accounts"] },
  { to: "/money", icon: "coins", word: "money", group: "analysis", needs: ["roi.read"] },
  { to: "/return", icon: "bars", word: "return", group: "analysis", needs: ["roi.read"] },
  {
    to: "/programme",
    icon: "target",
    word: "programme",
    group: "analysis",
    needs: ["programme.read"],
  },
  {
    to: "/import",
    icon: "import",
    word: "import",
    group: "data",
    needs: ["import.people", "import.customers"],
  },
  { to: "/data-quality", icon: "check", word: "dataQuality", group: "data", needs: ["quality.read"] },
  { to: "/users", icon: "people", word: "users", group: "access", needs: ["users.manage"] },
  { to: "/audit", icon: "list", word: "audit", group: "access", needs: ["audit.read"] },
  { to: "/settings", icon: "gear", word: "settings", group: "access", needs: ["settings.manage"] },
];

/** What is not allowed is not shown. */
export function navigationFor(roles: readonly Role[]): NavigationItem[] {
  return places
    .filter(({ needs }) => needs.length === 0 || needs.some((capability) => can(roles, capability)))
    .map(({ needs: _, ...item }) => item);
}
