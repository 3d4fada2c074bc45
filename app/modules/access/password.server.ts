import { hash, verify } from "@node-rs/argon2";

/** argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password).catch(() => false);
}

let decoy: Promise<string> | undefined;

/** As slow as a real check, so that an unknown e-mail cannot be told from a wrong password by the clock. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hashPassword("no such user");
  await verifyPassword(await decoy, password);
  return false;
}
