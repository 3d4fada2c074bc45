import type { Role } from "../../../app/modules/access/roles";

/** Who of the generated company something is in the hands of. */
export type DemoPerson = Exclude<Role, "admin">;

/** A day, as months before the present one (0) and a day of that month; after it where below zero. */
export type DemoDay = readonly [monthsAgo: number, day: number];
