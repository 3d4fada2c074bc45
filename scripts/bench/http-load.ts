/** In a process of its own: keeps some requests in flight for some seconds and prints how many were answered. */
import http from "node:http";

export interface LoadOrder {
  readonly origin: string;
  readonly cookie: string;
  readonly paths: readonly string[];
  readonly seconds: number;
  readonly inFlight: number;
  /** For a form: the fields of each request, `{n}` being replaced by a number that is never used twice. */
  readonly form?: Readonly<Record<string, string>>;
  readonly expected: number;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p95Ms: number;
  readonly failures: number;
  readonly firstFailure: string | null;
}

const order = JSON.parse(process.argv[2] ?? "{}") as LoadOrder;
const agent = new http.Agent({ keepAlive: true, maxSockets: order.inFlight });
const stamp = Date.now().toString(36).toUpperCase();
let turn = 0;

function request(): Promise<{ status: number; body: string }> {
  turn += 1;
  const url = new URL(order.paths[turn % order.paths.length]!, order.origin);
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
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

async function run(seconds: number) {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  let failures = 0;
  let firstFailure: string | null = null;
  const worker = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      const { status, body } = await request();
      if (status === order.expected) times.push(performance.now() - start);
      else {
        failures += 1;
        firstFailure ??= `${status} ${body.slice(0, 160)}`;
      }
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: order.inFlight }, worker));
  return { times, failures, firstFailure, seconds: (performance.now() - start) / 1000 };
}

await run(Math.min(2, order.seconds / 2));
const measured = await run(order.seconds);
const sorted = measured.times.sort((a, b) => a - b);
const result: LoadResult = {
  requestsPerSecond: sorted.length / measured.seconds,
  p95Ms: sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0,
  failures: measured.failures,
  firstFailure: measured.firstFailure,
};
console.log(JSON.stringify(result));
agent.destroy();
