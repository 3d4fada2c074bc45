import { data } from "@remix-run/node";
import type { z } from "zod";
import { isAppError } from "~/kernel/app-error";

/** Field name → message key under `errors.field` (with its parameters), or under `form` for the whole. */
export interface FieldError {
  /** Key below `errors.field`, for example "required". */
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface FormAnswer {
  /** What was typed, as it was typed. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, FieldError>>;
}

/** The form's fields as text, trimmed unless said; a repeated name (checkboxes) is joined by commas. */
export async function readForm(
  request: Request,
  { untrimmed = [] }: { untrimmed?: readonly string[] } = {},
): Promise<Record<string, string>> {
  const form = await request.formData();
  const values: Record<string, string> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = untrimmed.includes(name) ? texts.join(",") : texts.map((text) => text.trim()).join(",");
  }
  return values;
}

/** Parses the values; either the record, or a 422 answer that gives the typed values back with an error by field. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, values: Record<string, string>) {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true as const, value: parsed.data };
  return { ok: false as const, answer: formErrors(values, flattenIssues(parsed.error)) };
}

/** Never sent back to the page. */
const secretFields = new Set(["password", "current", "repeated", "token"]);

export function formErrors(values: Record<string, string>, errors: Readonly<Record<string, FieldError>>) {
  const safe = Object.fromEntries(Object.entries(values).filter(([name]) => !secretFields.has(name)));
  const answer: FormAnswer = { values: safe, errors };
  return data(answer, { status: 422 });
}

/** Parses, runs the use case, and puts what either of them refuses beside its field; `work` answers with a redirect. */
export async function submitting<Schema extends z.ZodType>(
  schema: Schema,
  values: Record<string, string>,
  work: (value: z.output<Schema>) => Promise<Response>,
) {
  const parsed = parseForm(schema, values);
  if (!parsed.ok) return parsed.answer;
  try {
    return await work(parsed.value);
  } catch (error) {
    const fields = isAppError(error) && error.code === "invalid" ? error.detail["fields"] : undefined;
    if (!fields) throw error;
    return formErrors(values, fields as Record<string, FieldError>);
  }
}

function flattenIssues(error: z.ZodError): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "form";
    errors[field] ??= toFieldError(issue.message);
  }
  return errors;
}

/** Schemas write `key` or `key:{"max":3}` as their message. */
function toFieldError(message: string): FieldError {
  const [, key = "invalid", params] = /^([a-zA-Z]+)(?::(\{.*\}))?$/.exec(message) ?? [];
  return params ? { key, params: JSON.parse(params) as Record<string, string | number> } : { key };
}
