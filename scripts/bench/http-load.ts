/** In a process of its own: keeps some requests in flight for a while and prints how many were answered, and when. */
import http from "node:http";

export interface LoadOrder {
  readonly origin: string;
  readonly cookie: string;
  readonly paths: readonly string[];
  /** Null: from the first request on, until the input ends. */
  readonly seconds: number | null;
  readonly inFlight: number;
  /** For a form: the fields of each request, `{n}` being replaced by a number that is never used twice. */
  readonly form?: Readonly<Record<string, string>>;
  readonly expected: number;
}

export interface LoadSample {
  readonly path: string;
  /** Of its start, since the first that was measured. */
  readonly atSeconds: number;
  readonly ms: number;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly samples: readonly LoadSample[];
  readonly failures: number;
  readonly firstFailure: string | null;
}

const order = JSON.parse(process.argv[2] ?? "{}") as LoadOrder;
const agent = new http.Agent({ keepAlive: true, maxSockets: order.inFlight });
const stamp = Date.now().toString(36).toUpperCase();
let turn = 0;

function request(): Promise<{ path: string; status: number; body: string }> {
  turn += 1;
  const path = order.paths[turn % order.paths.length]!;
  const url = new URL(path, order.origin);
  const body = order.form
    ? new URLSearchParams(
        Object.entries(order.form).map(([name, value]) => [
          name,
          value.replaceAll("{n}", `${stamp}-${turn}`),
        ]),
      ).toString()
    : null;
  return new Promise((resolve, reject) => {
    const sent = http.request(
      url,
      {
        agent,
        method: body === null ? "GET" : "POST",
        headers: {
          cookie: order.cookie,
          origin: order.origin,
          "accept-language": "en",
          "user-agent": "Mozilla/5.0 (X11; Linux x64) bench",
          ...(body === null
            ? {}
            : {
                "content-type": "application/x-www-form-urlencoded",
                "content-length": Buffer.byteLength(body),
              }),
        },
      },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => {
          if (text.length < 300) text += chunk.toString("utf8");
        });
        response.on("end", () => resolve({ path, status: response.statusCode ?? 0, body: text }));
      },
    );
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

async function run(isOver: () => boolean): Promise<LoadResult> {
  const samples: LoadSample[] = [];
  let failures = 0;
  let firstFailure: string | null = null;
  const begin = performance.now();
  const worker = async () => {
    while (!isOver()) {
      const start = performance.now();
      const { path, status, body } = await request();
      if (status === order.expected)
        samples.push({ path, atSeconds: (start - begin) / 1000, ms: performance.now() - start });
      else {
        failures += 1;
        firstFailure ??= `${status} ${body.slice(0, 160)}`;
      }
    }
  };
  await Promise.all(Array.from({ length: order.inFlight }, worker));
  const seconds = (performance.now() - begin) / 1000;
  return { requestsPerSecond: samples.length / seconds, samples, failures, firstFailure };
}

function after(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() >= end;
}

async function runUntilTold(): Promise<LoadResult> {
  let isTold = false;
  process.stdin.on("end", () => {
    isTold = true;
  });
  process.stdin.resume();
  return run(() => isTold);
}

async function runWarm(seconds: number): Promise<LoadResult> {
  await run(after(Math.min(2, seconds / 2)));
  return run(after(seconds));
}

console.log(JSON.stringify(order.seconds === null ? await runUntilTold() : await runWarm(order.seconds)));
agent.destroy();
