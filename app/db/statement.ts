/**
 * One SQL statement with its values, so that the same text runs inside a Prisma transaction and inside a postgres.js
 * one. Values are numbered `$1…` in the text.
 */
export interface Statement {
  readonly text: string;
  readonly values: readonly (string | number | boolean | bigint | null | readonly string[])[];
}
