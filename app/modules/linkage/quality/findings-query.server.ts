import type { SqlFragment, SqlRunner } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";

/** Who asks, for the few checks that read more ledgers for one than for another. */
export interface Asker {
  readonly scope: Scope<"quality.read">;
  readonly today: CalendarDate;
  /** HR, who sees pay, sees what is wrong with it too. */
  readonly mayReadPay: boolean;
  /** For counting: rows that sum up several entries keep the units apart. */
  readonly isByUnit?: boolean;
}

/**
 * A query over the whole company with the columns of a finding and `unit_id`, the unit the row belongs to: that of the
 * account's present or last owner, or that of the person.
 */
export type FindingsQuery = (db: SqlRunner, asker: Asker) => SqlFragment;
