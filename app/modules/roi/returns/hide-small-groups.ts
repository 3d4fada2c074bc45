import { suppressGroups } from "~/modules/access/suppression";
import type { PlacedCostGroup } from "./return-report";

/** A group as a reader may see it: without its amount where that would give away what one of fewer than five people cost. */
export interface ShownCostGroup extends Omit<PlacedCostGroup, "amountMinor"> {
  readonly amountMinor: number | null;
}

/**
 * For readers without leave to see pay. Sums by programme and category are shown, so a group that holds the costs of fewer
 * than five people is hidden together with another one: the sum less the others would give it away. What was spent on
 * units and not on people gives nobody away.
 */
export function hideSmallGroups(groups: readonly PlacedCostGroup[], maySeePay: boolean): ShownCostGroup[] {
  if (maySeePay) return [...groups];
  const totals = new Map<string, PlacedCostGroup[]>();
  for (const group of groups) {
    if (group.people === 0) continue;
    const total = `${group.placement} ${group.category}`;
    totals.set(total, [...(totals.get(total) ?? []), group]);
  }
  const hidden = new Set<string>();
  for (const members of totals.values()) {
    const verdicts = suppressGroups(members.map((group) => ({ key: group.id, n: group.people })));
    for (const [id, verdict] of verdicts) if (verdict !== "shown") hidden.add(id);
  }
  return groups.map((group) => (hidden.has(group.id) ? { ...group, amountMinor: null, hours: 0 } : group));
}
