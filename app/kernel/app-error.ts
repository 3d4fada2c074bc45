/** A rule that was broken, named so that one map can turn it into HTTP and one catalogue into words. */
export type AppErrorCode =
  | "not_found"
  | "forbidden"
  | "conflict"
  | "invalid"
  | "throttled"
  | "unavailable"
  | "schema_newer"
  | "environment";

export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: AppErrorCode,
    message: string,
    readonly detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export const httpStatusByCode: Readonly<Record<AppErrorCode, number>> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  throttled: 429,
  unavailable: 503,
  schema_newer: 503,
  environment: 500,
};

export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error;
}
