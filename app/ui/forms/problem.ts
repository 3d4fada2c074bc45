import type { FieldError, FieldErrors } from "react-hook-form";
import type { FieldProblem } from "./field";

/** Schemas write a message key, or a key with its parameters: `range:{"min":0,"max":1}`. */
export function problemOf(message: string | undefined): FieldProblem | undefined {
  if (message === undefined) return undefined;
  const [, key = "invalid", params] = /^([a-zA-Z]+)(?::(\{.*\}))?$/.exec(message) ?? [];
  return params ? { key, params: JSON.parse(params) as FieldProblem["params"] } : { key };
}

/** The server's errors in the shape the form library keeps its own in. */
export function toFormErrors(problems: Readonly<Record<string, FieldProblem>> | undefined): FieldErrors {
  const errors: Record<string, FieldError> = {};
  for (const [name, { key, params }] of Object.entries(problems ?? {})) {
    errors[name] = { type: "server", message: params ? `${key}:${JSON.stringify(params)}` : key };
  }
  return errors;
}
