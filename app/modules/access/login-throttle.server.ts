import { createHash } from "node:crypto";
import { sql } from "~/db/sql.server";

/**
 * Failed sign-ins are counted per e-mail and per network address within a window. Both live in the database, so a
 * restart forgives nobody; e-mails are hashed, so the table names nobody.
 */
const windowMinutes = 15;
const limits = { email: 8, address: 60 } as const;
const blockMinutes = 15;

export interface SignInAttempt {
  readonly email: string;
  readonly address: string;
}

/** Seconds until this e-mail or address may try again; 0 when it may now. */
export async function secondsBlocked(attempt: SignInAttempt): Promise<number> {
  const [row] = await sql()<{ seconds: number }[]>`
    select coalesce(ceil(extract(epoch from max(blocked_until) - now())), 0)::int as seconds
    from login_throttles where key = any(${keysOf(attempt)}) and blocked_until > now()`;
  return row?.seconds ?? 0;
}

/** One statement a key, so that attempts at the same moment are all counted. */
export async function countFailure(attempt: SignInAttempt): Promise<void> {
  const [emailKey, addressKey] = keysOf(attempt);
  await sql()`
    insert into login_throttles as t (key, failures, window_started_at)
    values (${emailKey!}, 1, now()), (${addressKey!}, 1, now())
    on conflict (key) do update set
      failures = case when t.window_started_at < now() - ${`${windowMinutes} minutes`}::interval then 1 else t.failures + 1 end,
      window_started_at = case when t.window_started_at < now() - ${`${windowMinutes} minutes`}::interval then now() else t.window_started_at end,
      blocked_until = case
        when t.window_started_at >= now() - ${`${windowMinutes} minutes`}::interval
          and t.failures + 1 >= case when t.key like 'email:%' then ${limits.email}::int else ${limits.address}::int end
        then now() + ${`${blockMinutes} minutes`}::interval end`;
}

/** A right password clears the e-mail's count; the address keeps its own, or one good login would free a guesser. */
export async function forgetFailures(attempt: SignInAttempt): Promise<void> {
  await sql()`delete from login_throttles where key = ${keysOf(attempt)[0]!}`;
}

function keysOf({ email, address }: SignInAttempt): string[] {
  return [`email:${createHash("sha256").update(email.toLowerCase()).digest("hex")}`, `address:${address}`];
}
