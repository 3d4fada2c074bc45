import { type Cursor, decodeCursor } from "~/kernel/page";
import { isUuid } from "~/kernel/uuid";

/** What a list's URL says: `?q=…&sort=-revenue&at=<cursor>&columns=a&columns=b`, and filters under names of their own. */
export interface ListSort<Name extends string = string> {
  readonly name: Name;
  readonly isDescending: boolean;
}

export const pageSize = 50;

/** `-name` is descending. Anything that is not offered is the fallback, so that a made-up sort reveals nothing. */
export function readSort<Name extends string>(
  params: URLSearchParams,
  offered: readonly Name[],
  fallback: ListSort<Name>,
): ListSort<Name> {
  const text = params.get("sort") ?? "";
  const isDescending = text.startsWith("-");
  const name = offered.find((candidate) => candidate === text.replace(/^-/, ""));
  return name ? { name, isDescending } : fallback;
}

export function writeSort(sort: ListSort): string {
  return `${sort.isDescending ? "-" : ""}${sort.name}`;
}

export function readCursor(params: URLSearchParams): Cursor | null {
  return decodeCursor(params.get("at"));
}

/** A text parameter without control characters (PostgreSQL refuses NUL) and of sane length; null when empty. */
export function readText(params: URLSearchParams, name: string, maxLength = 200): string | null {
  const text = (params.get(name) ?? "")
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, maxLength);
  return text === "" ? null : text;
}

export function readId(params: URLSearchParams, name: string): string | null {
  const text = params.get(name) ?? "";
  return isUuid(text) ? text.toLowerCase() : null;
}

export function readChoice<Choice extends string>(
  params: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const text = params.get(name);
  return choices.find((choice) => choice === text) ?? null;
}

/**
 * The same list with some parameters changed, as a link. Null takes one out. The cursor belongs to one sort and one
 * filter, so it goes unless it is what changes.
 */
export function hrefWith(
  params: URLSearchParams,
  changes: Readonly<Record<string, string | readonly string[] | null>>,
): string {
  const next = new URLSearchParams(params);
  next.delete("at");
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of value === null ? [] : typeof value === "string" ? [value] : value)
      next.append(name, one);
  }
  for (const [name, value] of [...next]) if (value === "") next.delete(name, value);
  const text = next.toString();
  return text === "" ? "?" : `?${text}`;
}
