import { parseArgs } from "node:util";
import { AppError } from "../../app/kernel/app-error";
import { specs } from "../../app/modules/linkage/drivers/specs";

export interface DriversArguments {
  /** Names of analyses; empty for all. */
  readonly specs: readonly string[];
  readonly isJson: boolean;
  readonly dataFolder: string;
}

export const usage = "npm run drivers -- [--spec NAME ...] [--json] [--data .data]";

export function readArguments(args: readonly string[]): DriversArguments {
  const values = parse(args);
  const wanted = values.spec ?? [];
  const known = specs.map((spec) => spec.name);
  for (const name of wanted) {
    if (!known.includes(name))
      throw new AppError(
        "environment",
        `There is no analysis called ${name}. Known are: ${known.join(", ")}`,
      );
  }
  return { specs: wanted, isJson: values.json ?? false, dataFolder: values.data ?? ".data" };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        spec: { type: "string", multiple: true },
        json: { type: "boolean" },
        data: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new AppError("environment", `${(error as Error).message.split(".")[0]}. Usage: ${usage}`);
  }
}
