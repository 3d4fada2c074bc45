import { timingSafeEqual } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { env } from "~/env.server";
import { AppError } from "~/kernel/app-error";
import { isCurrency } from "~/kernel/money";
import { hashPassword } from "./password.server";
import type { setUpDetails } from "./user";

let known = false;

/** True once there is a user; from then on it cannot become false, so it is asked only until then. */
export async function isSetUp(): Promise<boolean> {
  if (!known) {
    const [row] = await sql()`select exists (select 1 from users) as present`;
    known = Boolean(row?.["present"]);
  }
  return known;
}

export type SetUpRefusal = "token" | "currency";

/**
 * Makes the company's settings and its first administrator in one transaction; gives the user's id, or what was wrong.
 * Throws `not_found` where there is a user already, so that the page cannot be used twice.
 */
export async function setUp(
  details: z.infer<typeof setUpDetails>,
): Promise<{ userId: string } | { refused: SetUpRefusal }> {
  if (await isSetUp()) throw new AppError("not_found", "Set up already");
  if (!isRightToken(details.token)) return { refused: "token" };
  if (!isCurrency(details.reportingCurrency)) return { refused: "currency" };
  const userId = uuidv7();
  const passwordHash = await hashPassword(details.password);
  const roles = [
    "admin",
    ...(details.alsoHr ? ["hr"] : []),
    ...(details.alsoLeadership ? ["leadership"] : []),
  ];
  await sql().begin(async (tx) => {
    // Two people with the token at once: the second waits here and then finds a user.
    await tx`lock table users in exclusive mode`;
    const [present] = await tx`select 1 from users limit 1`;
    if (present) throw new AppError("not_found", "Set up already");
    await tx`
      insert into company_settings (id, name, reporting_currency, time_zone)
      values (1, ${details.companyName}, ${details.reportingCurrency}, ${details.timeZone})
      on conflict (id) do update set name = excluded.name, reporting_currency = excluded.reporting_currency, time_zone = excluded.time_zone`;
    await tx`insert into users (id, email, name, password_hash) values (${userId}, ${details.email}, ${details.name}, ${passwordHash})`;
    await tx`insert into user_roles (user_id, role) select ${userId}::uuid, unnest(${roles}::role[])`;
    await recordAudit(
      tx,
      { userId, name: details.name },
      {
        action: "company.set_up",
        subjectType: "company",
        subjectName: details.companyName,
        detail: { roles },
      },
    );
  });
  return { userId };
}

function isRightToken(given: string): boolean {
  const expected = env().SETUP_TOKEN;
  if (!expected) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
