import type { ImportOptions } from "./import-options";

/** The reading that a form asks for: conventions, and what each header stands for where that was changed by hand. */
export function readAnswer(
  values: Readonly<Record<string, string>>,
  shown: readonly (string | null)[],
  before: ImportOptions,
): ImportOptions {
  const oneOf = <Choice extends string>(text: string | undefined, choices: readonly Choice[]) =>
    choices.find((choice) => choice === text);
  const headers: Record<string, string> = { ...before.headers };
  for (const [name, value] of Object.entries(values)) {
    const [, position] = /^header\.(\d{1,3})$/.exec(name) ?? [];
    if (position !== undefined && (shown[Number(position)] ?? "") !== value) headers[position] = value;
  }
  return {
    dates:
      oneOf(values["dates"], ["dmy", "mdy", "iso"]) ?? (values["dates"] === "" ? undefined : before.dates),
    decimal:
      oneOf(values["decimal"], ["point", "comma"]) ?? (values["decimal"] === "" ? undefined : before.decimal),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}
