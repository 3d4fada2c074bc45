import path from "node:path";
import { isMigrated } from "~/db/migrate.server";
import { sql } from "~/db/sql.server";

/** The database answers and has every migration. */
export async function loader() {
  const headers = { "Cache-Control": "no-store" };
  try {
    const migrated = await isMigrated(sql(), path.resolve("prisma/migrations"));
    return migrated
      ? new Response("ready\n", { headers })
      : new Response("migrations are missing\n", { status: 503, headers });
  } catch {
    return new Response("the database does not answer\n", { status: 503, headers });
  }
}
