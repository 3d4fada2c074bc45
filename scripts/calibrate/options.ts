import { parseArgs } from "node:util";
import { AppError } from "../../app/kernel/app-error";

export interface CalibrateOptions {
  readonly companies: number;
  readonly size: "small" | "medium";
  /** Of the first company; the others follow. */
  readonly seed: number;
  readonly isNull: boolean;
  /** Leaves out the detour over files. */
  readonly isDirect: boolean;
  readonly isJson: boolean;
  readonly parallel: number;
}

export const usage =
  "npm run calibrate -- [--companies 40] [--size small|medium] [--seed 1] [--null] [--direct] [--parallel 2] [--json]";

export function readOptions(args: readonly string[]): CalibrateOptions {
  const values = parse(args);
  const { size = "medium" } = values;
  if (size !== "small" && size !== "medium")
    throw new AppError("environment", `--size must be small or medium, not ${size}`);
  return {
    companies: wholeNumber("--companies", values.companies ?? "40", 1, 1_000),
    size,
    seed: wholeNumber("--seed", values.seed ?? "1", 0, 1_000_000),
    isNull: values.null ?? false,
    isDirect: values.direct ?? false,
    isJson: values.json ?? false,
    parallel: wholeNumber("--parallel", values.parallel ?? "2", 1, 16),
  };
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new AppError("environment", `${flag} must be ${least} to ${most}, not ${text}`);
  return value;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        companies: { type: "string" },
        size: { type: "string" },
        seed: { type: "string" },
        null: { type: "boolean" },
        direct: { type: "boolean" },
        json: { type: "boolean" },
        parallel: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new AppError("environment", `${(error as Error).message.split(".")[0]}. Usage: ${usage}`);
  }
}
