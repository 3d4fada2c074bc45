import { createHash, randomBytes } from "node:crypto";
import { sql } from "~/db/sql.server";
import type { Role } from "./roles";

export interface CurrentUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly employeeId: string | null;
  readonly orgUnitName: string | null;
  /** The units of the user's subtree, the root included; empty where the user has none. */
  readonly unitIds: readonly string[];
}

const idleHours = 8;
export const absoluteDays = 7;
/** Writing last_seen_at on every request would double the cost of reading a page. */
const touchMinutes = 5;

/** Gives the token for the cookie; the database keeps only its hash. */
export async function createSession(userId: string, userAgent: string | null): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await sql()`
    insert into sessions (token_hash, user_id, expires_at, user_agent)
    values (${hashToken(token)}, ${userId}, now() + ${`${absoluteDays} days`}::interval, ${userAgent?.slice(0, 300) ?? null})`;
  return token;
}

/** The user behind the token; null when it is unknown, revoked, idle too long, too old, or the user is disabled. */
export async function findSessionUser(token: string): Promise<CurrentUser | null> {
  const tokenHash = hashToken(token);
  const [row] = await sql()<(CurrentUser & { isStale: boolean })[]>`
    with recursive owner as (
      select u.id, u.name, u.email, u.employee_id, u.org_unit_id,
             s.last_seen_at < now() - ${`${touchMinutes} minutes`}::interval as is_stale
      from sessions s join users u on u.id = s.user_id
      where s.token_hash = ${tokenHash} and s.revoked_at is null and s.expires_at > now()
        and s.last_seen_at > now() - ${`${idleHours} hours`}::interval and u.disabled_at is null
    ), subtree as (
      select o.id, o.name, 0 as depth from org_units o join owner on o.id = owner.org_unit_id
      union all
      select child.id, child.name, subtree.depth + 1
      from org_units child join subtree on child.parent_id = subtree.id where subtree.depth < 50
    )
    select owner.id, owner.name, owner.email, owner.employee_id, owner.is_stale,
           array(select role::text from user_roles where user_id = owner.id order by role) as roles,
           (select name from subtree where depth = 0) as org_unit_name,
           array(select id::text from subtree) as unit_ids
    from owner`;
  if (!row) return null;
  if (row.isStale) await sql()`update sessions set last_seen_at = now() where token_hash = ${tokenHash}`;
  return row;
}

export async function revokeSession(token: string): Promise<void> {
  await sql()`update sessions set revoked_at = now() where token_hash = ${hashToken(token)} and revoked_at is null`;
}

function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
