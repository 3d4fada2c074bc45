// Question: which units can a user be bound to?
import { sql } from "~/db/sql.server";
import type { Scope } from "./scope";

export async function listUnitCodes(
  _scope: Scope<"users.manage">,
): Promise<{ code: string; name: string }[]> {
  return sql()<
    { code: string; name: string }[]
  >`select code, name from org_units where archived_at is null order by name limit 1000`;
}
