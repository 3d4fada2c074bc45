import { load, startBenchServer, watchMemory } from "./bench-server";
import type { LoadOrder } from "./http-load";
import type { Measure } from "./report";

interface Sample {
  readonly accountIds: readonly string[];
  readonly ownerNumber: string;
}

const inFlight = 8;

/** Starts the built server as people do, in a process of its own, and keeps eight requests in flight at each page. */
export async function measureHttp(dataFolder: string, sample: Sample, seconds: number): Promise<Measure[]> {
  // The computation of drivers is measured by itself.
  const server = await startBenchServer(dataFolder, { DRIVERS_WORKER: "off" });
  try {
    const memory = watchMemory(server.pid);
    const pages: [name: string, role: string, target: number, order: Partial<LoadOrder>][] = [
      ["accounts list, HTML of 50 rows", "leadership", 200, { paths: ["/accounts"] }],
      ["accounts list, .data", "leadership", 800, { paths: ["/accounts.data"] }],
      [
        "search",
        "leadership",
        150,
        { paths: ["moreau", "maschinen", "恒泰", "optik"].map((q) => `/search?q=${encodeURIComponent(q)}`) },
      ],
      ["account page", "leadership", 150, { paths: sample.accountIds.map((id) => `/accounts/${id}`) }],
      [
        "create account",
        "sales_manager",
        300,
        {
          paths: ["/accounts/new"],
          expected: 303,
          form: {
            name: "Bench {n}",
            accountNumber: "BENCH-{n}",
            ownerNumber: sample.ownerNumber,
            type: "customer",
            acquiredOn: "2026-01-15",
            currency: "EUR",
          },
        },
      ],
      ["home of HR", "hr", 100, { paths: ["/home/hr"] }],
      ["home of sales", "sales_manager", 100, { paths: ["/home/sales"] }],
      ["home of leadership", "leadership", 100, { paths: ["/home/leadership"] }],
    ];
    const measures: Measure[] = [];
    for (const [name, role, target, order] of pages) {
      const result = await load({
        origin: server.origin,
        cookie: server.cookieOf(role),
        paths: ["/"],
        seconds,
        inFlight,
        expected: 200,
        ...order,
      });
      const note = result.failures > 0 ? `${result.failures} failed: ${result.firstFailure}` : undefined;
      const value = result.failures > 0 ? null : result.requestsPerSecond;
      measures.push({
        name: `${name}, 8 in flight`,
        value,
        unit: "requests/s",
        target,
        better: "more",
        ...(note ? { note } : {}),
      });
    }
    measures.push({
      name: "memory of the server under that load",
      value: memory.stop(),
      unit: "MB",
      target: 400,
      better: "less",
    });
    return measures;
  } finally {
    await server.stop();
  }
}
