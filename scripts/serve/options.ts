import path from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "../../app/kernel/app-error";

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database; not used with DATABASE_URL. */
  readonly dataFolder: string;
  readonly isDevelopment: boolean;
  /** Start a new embedded database without the generated company. */
  readonly isEmpty: boolean;
  readonly demoSize: "small" | "medium" | "large";
  readonly demoSeed: number;
}

const sizes = ["small", "medium", "large"] as const;

export const usage = `npm start -- [--port 3000] [--host 127.0.0.1] [--data .data] [--empty] [--size small|medium|large] [--seed 1]`;

/** Reads the command line, with PORT and HOST of the environment as the fallback for theirs. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ServeOptions {
  const { values } = parse(args);
  const port = Number(values.port ?? (environment["PORT"] || "3000"));
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new AppError("environment", `PORT must be 1 to 65535, not ${values.port ?? environment["PORT"]}`);
  const demoSize = sizes.find((size) => size === (values.size ?? "medium"));
  if (!demoSize)
    throw new AppError("environment", `--size must be small, medium or large, not ${values.size}`);
  const demoSeed = Number(values.seed ?? "1");
  if (!Number.isSafeInteger(demoSeed))
    throw new AppError("environment", `--seed must be a whole number, not ${values.seed}`);
  return {
    port,
    host: values.host ?? (environment["HOST"] || "127.0.0.1"),
    dataFolder: path.resolve(values.data ?? ".data"),
    isDevelopment: values.dev ?? false,
    isEmpty: values.empty ?? false,
    demoSize,
    demoSeed,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        size: { type: "string" },
        seed: { type: "string" },
        dev: { type: "boolean" },
        empty: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new AppError("environment", `${(error as Error).message.split(".")[0]}. Usage: ${usage}`);
  }
}
