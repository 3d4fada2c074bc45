import { minimumGroupSize } from "~/modules/access/suppression";
import { quantileOfSorted } from "~/stats/resampling/sample-quantile";
import { type HireCourse, lifetimeOfAHire } from "./lifetime-of-a-hire";
import type { RoleLifetime } from "./people-money";
import type { RolePerson } from "./read-role-people.server";

interface Assumed extends Pick<HireCourse, "rampStart" | "rampMonths" | "joiningMinor" | "exitMinor"> {
  readonly annualRate: number;
  readonly horizonMonths: number;
}

/**
 * Lifetime value by role, as the mean and as quartiles of its people; never of one person. Roles of fewer than five people
 * with pay on record are left out and counted; quartiles need twice as many, each half being a group of its own.
 */
export function roleLifetimes(
  people: readonly RolePerson[],
  leaving: ReadonlyMap<string, { readonly months: number; readonly left: number }>,
  assumed: Assumed,
): { roles: RoleLifetime[]; hidden: number } {
  const byRole = new Map<string, RolePerson[]>();
  for (const person of people) byRole.set(person.role, [...(byRole.get(person.role) ?? []), person]);
  const shown = [...byRole].filter(
    ([, members]) => members.filter(({ payMinor }) => payMinor !== null).length >= minimumGroupSize,
  );
  const roles = shown.map(([role, members]): RoleLifetime => {
    const known = members.filter(
      (person): person is RolePerson & { payMinor: number; contributionMinor: number } =>
        person.payMinor !== null && person.contributionMinor !== null,
    );
    const seen = leaving.get(role);
    const hazard = seen && seen.months > 0 ? Math.min(1, (seen.left + 0.5) / (seen.months + 1)) : 0;
    const enough = known.length >= minimumGroupSize;
    const lifetimeWith = (contributionMinor: number, payMinor: number) =>
      lifetimeOfAHire(
        { ...assumed, contributionMinor, payMinor, leaving: hazard },
        assumed.annualRate,
        assumed.horizonMonths,
      );
    const meanOf = (key: "contributionMinor" | "payMinor") =>
      known.reduce((sum, person) => sum + person[key], 0) / known.length;
    const values = Float64Array.from(known, (person) =>
      lifetimeWith(person.contributionMinor, person.payMinor),
    ).sort();
    return {
      role,
      people: members.length,
      contributionMinor: enough ? meanOf("contributionMinor") : null,
      leaving: hazard,
      meanMinor: enough ? lifetimeWith(meanOf("contributionMinor"), meanOf("payMinor")) : null,
      quartilesMinor:
        known.length >= 2 * minimumGroupSize
          ? [quantileOfSorted(values, 0.25), quantileOfSorted(values, 0.5), quantileOfSorted(values, 0.75)]
          : null,
    };
  });
  return { roles: roles.sort((a, b) => b.people - a.people), hidden: byRole.size - shown.length };
}
