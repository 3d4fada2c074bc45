import { z } from "zod";
import { importKindNames } from "../kinds/kind";
import { dateOrders, decimalMarks } from "../values/conventions";

/** What a person decided about a file, and what the last look at it found; kept with the run. */
const importOptionsSchema = z.object({
  dates: z.enum(dateOrders as ["dmy", "mdy", "iso"]).optional(),
  decimal: z.enum(decimalMarks as ["point", "comma"]).optional(),
  /** Position of a header → the column it stands for, or "" to leave it out. */
  headers: z.record(z.string(), z.string()).optional(),
  skipFailed: z.boolean().optional(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

const problemSchema = z.object({
  code: z.string(),
  column: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
});

const questionSchema = z.object({
  about: z.enum(["dates", "decimal"]),
  value: z.string(),
  row: z.number(),
  column: z.string(),
});

/** The JSON of `import_runs.options`. */
export const runStateSchema = importOptionsSchema.extend({
  header: z.array(z.string()).optional(),
  columns: z.array(z.string().nullable()).optional(),
  missing: z.array(z.string()).optional(),
  delimiter: z.string().optional(),
  /** The conventions the rows were read by. */
  readBy: z.object({ dates: z.enum(["dmy", "mdy", "iso"]), decimal: z.enum(["point", "comma"]) }).optional(),
  questions: z.array(questionSchema).optional(),
  problem: problemSchema.optional(),
  otherKind: z.enum(importKindNames).optional(),
  fileBytes: z.number().optional(),
  /** Name of the uploaded file in the data folder; gone when it has been cleared away. */
  storedAs: z.string().optional(),
  phase: z.enum(["reading", "checking", "writing"]).optional(),
  seenAt: z.string().optional(),
  seconds: z.number().optional(),
  undo: z
    .object({ byName: z.string(), at: z.string(), removed: z.number(), restored: z.number() })
    .optional(),
});
export type RunState = z.infer<typeof runStateSchema>;
