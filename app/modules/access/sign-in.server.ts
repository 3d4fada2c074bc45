import { sql } from "~/db/sql.server";
import { verifyNothing, verifyPassword } from "./password.server";
import { createSession } from "./session.server";

/** The new session's token, or null: wrong password, unknown e-mail and disabled user look the same. */
export async function signIn(
  email: string,
  password: string,
  userAgent: string | null,
): Promise<string | null> {
  const [user] = await sql()<{ id: string; passwordHash: string }[]>`
    select id, password_hash from users where email = ${email.toLowerCase()} and disabled_at is null`;
  const isRight = user ? await verifyPassword(user.passwordHash, password) : await verifyNothing(password);
  return isRight && user ? createSession(user.id, userAgent) : null;
}
