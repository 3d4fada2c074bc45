import { sql } from "~/db/sql.server";
import { recordView } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { countFailure, forgetFailures, type SignInAttempt, secondsBlocked } from "./login-throttle.server";
import { verifyNothing, verifyPassword } from "./password.server";
import { createSession } from "./session.server";

interface Credentials extends SignInAttempt {
  readonly password: string;
  readonly userAgent: string | null;
}

/**
 * The new session's token, or null: wrong password, unknown e-mail and disabled user look the same and take the same
 * time. Throws `throttled` after too many failures, whether the e-mail exists or not.
 */
export async function signIn({ password, userAgent, ...attempt }: Credentials): Promise<string | null> {
  const seconds = await secondsBlocked(attempt);
  if (seconds > 0) throw new AppError("throttled", "Too many failed sign-ins", { seconds });
  const [user] = await sql()<{ id: string; name: string; passwordHash: string }[]>`
    select id, name, password_hash from users where email = ${attempt.email.toLowerCase()} and disabled_at is null`;
  const isRight = user ? await verifyPassword(user.passwordHash, password) : await verifyNothing(password);
  if (!isRight || !user) {
    await countFailure(attempt);
    return null;
  }
  await forgetFailures(attempt);
  const token = await createSession(user.id, userAgent);
  await recordView(
    { userId: user.id, name: user.name },
    { action: "session.open", subjectType: "user", subjectId: user.id, subjectName: user.name },
  );
  return token;
}
