import { z } from "zod";
import { AppError } from "~/kernel/app-error";

/** The only reader of the environment. Everything else takes what it needs from here. */
const schema = z.object({
  DATABASE_URL: z
    .string({
      error: "is missing: set it to a PostgreSQL connection URL, or use `npm start`, which brings its own",
    })
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
    .refine(
      (url) => URL.canParse(url),
      "cannot be read as a URL: give it as postgres://user:password@host:port/database, with special characters of the password percent-encoded",
    ),
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  /** Origin people reach the server by, where a proxy changes it; https makes cookies Secure. */
  APP_ORIGIN: z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).optional(),
  /** One-time token for the first administrator of an own database. */
  SETUP_TOKEN: z.string().optional(),
  /** Where uploaded files wait to be imported; beside the embedded database where there is one. */
  DATA_FOLDER: z.string().default(".data"),
  /** Whether this server has a worker process; of several on one database some may go without. */
  DRIVERS_WORKER: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
});

export type Environment = z.infer<typeof schema>;

export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new AppError("environment", problems.join("; "));
}

let environment: Environment | undefined;

export function env(): Environment {
  environment ??= readEnvironment();
  return environment;
}
