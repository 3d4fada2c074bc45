import { AppError } from "~/kernel/app-error";

/** A key below `errors.field` with its parameters. */
interface Refusal {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Refuses an input for what one or more of its fields say; the form shows each beside its field. */
export function refuseFields(fields: Readonly<Record<string, Refusal>>): AppError {
  return new AppError("invalid", `Refused: ${Object.keys(fields).join(", ")}`, { fields });
}

/** The name of the unique index or constraint that a database error speaks of, or null for any other error. */
export function violatedUnique(error: unknown): string | null {
  if (typeof error !== "object" || error === null || (error as { code?: unknown }).code !== "23505")
    return null;
  return String((error as { constraint_name?: unknown }).constraint_name);
}
