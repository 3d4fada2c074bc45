import { sql } from "~/db/sql.server";
import { isUuid } from "~/kernel/uuid";
import type { SavedViewEntry, SavedViewList } from "./saved-view";

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** More of them would be a list of their own. */
const mostViews = 30;

/** The filter sets that the user named for the list. They are the user's alone and say nothing but what the URL did. */
export async function listSavedViews(userId: string | null, list: SavedViewList): Promise<SavedView[]> {
  if (userId === null) return [];
  return sql()<SavedView[]>`
    select id, name, query from saved_views where user_id = ${userId} and list = ${list} order by name limit ${mostViews}`;
}

/** A name that is taken holds the new filters from now on. */
export async function saveView(userId: string, { list, name, query }: SavedViewEntry): Promise<void> {
  await sql()`
    insert into saved_views (id, user_id, list, name, query)
    select gen_random_uuid(), ${userId}, ${list}, ${name}, ${query}
    where (select count(*) from saved_views where user_id = ${userId} and list = ${list} and name <> ${name}) < ${mostViews}
    on conflict (user_id, list, name) do update set query = excluded.query`;
}

/** A view of somebody else is left alone, as one that does not exist. */
export async function removeView(userId: string, id: string): Promise<void> {
  if (isUuid(id)) await sql()`delete from saved_views where id = ${id} and user_id = ${userId}`;
}
