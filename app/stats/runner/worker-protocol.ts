import { ArgumentError } from "../arguments";

/** What the two threads say to each other. */
export interface TaskRequest {
  readonly task: string;
  readonly input: unknown;
}

export type TaskReply =
  | { readonly type: "progress"; readonly done: number }
  | { readonly type: "result"; readonly result: unknown }
  | { readonly type: "error"; readonly error: PlainError };

/** Structured cloning keeps an error's message and loses its class and fields. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly argument?: string;
}

export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, argument: error instanceof ArgumentError ? error.argument : undefined };
}

export function revivedError({ name, message, stack, argument }: PlainError): Error {
  if (argument !== undefined)
    return withStack(new ArgumentError(argument, message.slice(argument.length + 2)), stack);
  const error = new Error(message);
  error.name = name;
  return withStack(error, stack);
}

/** Where it happened in the worker is what helps. */
function withStack(error: Error, stack: string | undefined): Error {
  if (stack) error.stack = stack;
  return error;
}
