import { minimumGroupSize, suppressGroups } from "~/modules/access/suppression";
import type { PlacedCostGroup } from "./return-report";

/** A group as a reader may see it: without its amount where that would give away what one of fewer than five people cost. */
export interface ShownCostGroup extends Omit<PlacedCostGroup, "amountMinor"> {
  readonly amountMinor: number | null;
}

/**
 * For readers without leave to see pay. The sum of each programme is shown, so a group that holds the costs of fewer than five
 * people is hidden together with another one: the sum less the others would give it away. What was spent on
 * units and not on people gives nobody away.
 */
export function hideSmallGroups(groups: readonly PlacedCostGroup[], maySeePay: boolean): ShownCostGroup[] {
  if (maySeePay) return [...groups];
  const totals = new Map<string, PlacedCostGroup[]>();
  for (const group of groups) {
    if (group.people === 0) continue;
    totals.set(group.placement, [...(totals.get(group.placement) ?? []), group]);
  }
  const hidden = new Set<string>();
  for (const members of totals.values()) {
    const verdicts = suppressGroups(members.map((group) => ({ key: group.id, n: group.people })));
    for (const [id, verdict] of verdicts) if (verdict !== "shown") hidden.add(id);
  }
  return groups.map((group) => (hidden.has(group.id) ? { ...group, amountMinor: null, hours: 0 } : group));
}

/**
 * Would these placements show a reader without leave to see pay what one of fewer than five people cost, as the sum of a
 * programme or as what such a sum changed by? Then a group that is hidden from them must stay where it is, and no programme
 * may be left with the costs of so few.
 */
export function wouldGiveAway(
  before: readonly PlacedCostGroup[],
  after: readonly PlacedCostGroup[],
): boolean {
  const hidden = new Set(
    hideSmallGroups(before, false)
      .filter(({ amountMinor }) => amountMinor === null)
      .map(({ id }) => id),
  );
  const was = new Map(before.map(({ id, placement }) => [id, placement]));
  if (after.some(({ id, placement }) => hidden.has(id) && was.get(id) !== placement)) return true;
  const nowHidden = hideSmallGroups(after, false).filter(({ amountMinor }) => amountMinor === null);
  const byProgramme = new Map<string, number[]>();
  for (const { placement, people } of nowHidden)
    byProgramme.set(placement, [...(byProgramme.get(placement) ?? []), people]);
  const isAlone = (counts: readonly number[]) =>
    counts.length < 2 || counts.reduce((sum, count) => sum + count, 0) < minimumGroupSize;
  const lone = (groups: ReadonlyMap<string, number[]>) =>
    [...groups]
      .filter(([placement, counts]) => placement !== "outside" && isAlone(counts))
      .map(([placement]) => placement);
  return lone(byProgramme).length > 0;
}
