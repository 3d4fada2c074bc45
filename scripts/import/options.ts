import { parseArgs } from "node:util";
import type { Locale } from "../../app/i18n/locales";
import {
  type ImportKindName,
  importKindNames,
  isImportKindName,
} from "../../app/modules/exchange/kinds/kind";
import {
  type DateOrder,
  type DecimalMark,
  dateOrders,
  decimalMarks,
} from "../../app/modules/exchange/values/conventions";

export interface ImportArguments {
  readonly kind: ImportKindName;
  readonly file: string;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
  readonly skipFailed: boolean;
  readonly dates: DateOrder | undefined;
  readonly decimal: DecimalMark | undefined;
  readonly failedFile: string | undefined;
  readonly dataFolder: string;
  readonly locale: Locale;
}

export const usage = `npm run import -- KIND FILE [--dry-run] [--json] [--skip-failed] [--dates dmy|mdy|iso] [--decimal comma|point]
                          [--failed-file FILE] [--lang en|zh] [--data .data]
KIND is one of: ${importKindNames.join(", ")}
Exit code 0: done; 1: rows failed; 2: wrong usage, or the file cannot be read.`;

export class UsageError extends Error {}

export function readArguments(args: readonly string[], environment: NodeJS.ProcessEnv): ImportArguments {
  const { values, positionals } = parse(args);
  const [kind = "", file = "", ...rest] = positionals;
  if (!isImportKindName(kind))
    throw new UsageError(kind ? `There is no kind called ${kind}.` : "Name a kind and a file.");
  if (!file || rest.length > 0) throw new UsageError(file ? "Name one file." : "Name a file.");
  return {
    kind,
    file,
    isDryRun: values["dry-run"] ?? false,
    isJson: values.json ?? false,
    skipFailed: values["skip-failed"] ?? false,
    dates: oneOf("--dates", values.dates, dateOrders),
    decimal: oneOf("--decimal", values.decimal, decimalMarks),
    failedFile: values["failed-file"],
    dataFolder: values.data ?? ".data",
    locale:
      oneOf("--lang", values.lang, ["en", "zh"]) ?? (environment["LANG"]?.startsWith("zh") ? "zh" : "en"),
  };
}

function oneOf<Choice extends string>(
  flag: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  if (!choice) throw new UsageError(`${flag} must be ${choices.join(", ")}, not ${value}.`);
  return choice;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        json: { type: "boolean" },
        "skip-failed": { type: "boolean" },
        dates: { type: "string" },
        decimal: { type: "string" },
        "failed-file": { type: "string" },
        data: { type: "string" },
        lang: { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split("\n")[0] ?? "");
  }
}
