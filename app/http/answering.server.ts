import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { httpStatusByCode, isAppError } from "~/kernel/app-error";
import { groupRequest } from "~/kernel/request-group";

/** What an error page knows about a failure; the words are chosen there. */
export interface Failure {
  readonly code: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Wraps a loader or action: broken rules and a database that is away become HTTP answers with the right status. */
export function answering<A extends Args, Result>(
  work: (args: A) => Promise<Result>,
): (args: A) => Promise<Result> {
  return async (args) => {
    groupRequest(args.request, args.context);
    try {
      return await work(args);
    } catch (error) {
      throw failureOf(error) ?? error;
    }
  };
}

/** The same for what is no page (files, suggestions): the failure in a line of text, where a page has its error page. */
export function answeringPlainly<A extends Args>(
  work: (args: A) => Promise<Response>,
): (args: A) => Promise<Response> {
  return async (args) => {
    groupRequest(args.request, args.context);
    try {
      return await work(args);
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      return new Response(`${plainWords[failure.data.code] ?? plainWords["unavailable"]}\n`, {
        ...failure.init,
        headers: { ...failure.init?.headers, "Content-Type": "text/plain; charset=utf-8" },
      });
    }
  };
}

/** For programs and for the rare person who typed the address; both languages, as a file has no switch. */
const plainWords: Readonly<Record<string, string>> = {
  not_found: "There is nothing here, or you may not see it. 此处没有内容，或您无权查看。",
  invalid: "This request cannot be read. 无法识别该请求。",
  unavailable: "The database does not answer; try again in a moment. 数据库暂时无法响应，请稍后再试。",
};

/** The answer to a known failure, or null for one that nobody expected. */
function failureOf(error: unknown) {
  if (isAppError(error)) {
    const failure: Failure = { code: error.code, detail: error.detail };
    return data(failure, { status: httpStatusByCode[error.code] });
  }
  if (isDatabaseAway(error)) {
    const failure: Failure = { code: "unavailable", detail: {} };
    return data(failure, { status: 503, headers: { "Retry-After": "5" } });
  }
  return null;
}

/** Connection failures of postgres.js, pg and Prisma, and the server's own "shutting down" and "starting up". */
const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08001",
  "08003",
  "08006",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
]);

export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error, depth = 0; cause && depth < 5; depth++) {
    const { code, originalCode, cause: next, message, kind } = cause as Record<string, unknown>;
    if (awayCodes.has(String(code)) || awayCodes.has(String(originalCode))) return true;
    if (kind === "DatabaseNotReachable" || kind === "ConnectionClosed") return true;
    if (
      /Connection terminated|Can't reach database server|Server has closed the connection/.test(
        String(message),
      )
    )
      return true;
    cause = next as unknown;
  }
  return false;
}
