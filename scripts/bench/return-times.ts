import { drawCount } from "../../app/modules/roi/returns/draw-inputs";
import { yearOfExposure } from "../../app/modules/roi/returns/profile";
import { programmeKeys } from "../../app/modules/roi/returns/return-rules";
import { type SimulationTask, simulateProgrammes } from "../../app/modules/roi/returns/simulate-programmes";
import { load, startBenchServer } from "./bench-server";
import { type Measure, p95 } from "./report";

const horizonMonths = 36;

/** Every programme with two effects on accounts: more than any company has. */
function fullTask(): SimulationTask {
  const profile = yearOfExposure(horizonMonths);
  return {
    programmes: programmeKeys.map((key) => ({
      key,
      costMinor: 1e7,
      unitCosts: [],
      paths: [
        {
          kind: "accounts",
          accounts: 1_500,
          margin: "margin",
          hazard: "hazard",
          terms: [
            { on: "revenue", factors: ["revenue.x"], change: 10, profile, grade: "B" },
            { on: "hazard", factors: ["churn.x"], change: 10, profile, grade: "C" },
          ],
        },
      ],
    })),
    inputs: [
      { kind: "amount", key: "margin", base: 2e5, low: 1.8e5, high: 2.2e5 },
      { kind: "rate", key: "hazard", a: 170, b: 17_800 },
      { kind: "effects", spec: "revenue", keys: ["revenue.x"], estimates: [4e-4], covariance: [1e-8] },
      { kind: "effects", spec: "churn", keys: ["churn.x"], estimates: [-2e-3], covariance: [1e-6] },
    ],
    annualDiscountRate: 0.08,
    horizonMonths,
  };
}

/** The draws by themselves, and the page that reads what they said. */
export async function measureReturn(dataFolder: string, seconds: number): Promise<Measure[]> {
  const task = fullTask();
  simulateProgrammes(task);
  const began = performance.now();
  simulateProgrammes(task);
  const drawSeconds = (performance.now() - began) / 1_000;
  const server = await startBenchServer(dataFolder);
  try {
    const order = { origin: server.origin, cookie: server.cookieOf("leadership"), expected: 200 };
    // The first visitor of a company without a report waits until it is computed.
    await load({ ...order, paths: ["/return"], seconds: 1, inFlight: 1 });
    const page = await load({ ...order, paths: ["/return"], seconds, inFlight: 1 });
    return [
      {
        name: `${drawCount.toLocaleString("en")} draws of ${programmeKeys.length} programmes over ${horizonMonths} months`,
        value: drawSeconds,
        unit: "s",
        target: 1,
        better: "less",
      },
      {
        name: "return on people, p95",
        value: page.failures > 0 ? null : p95(page.samples.map(({ ms }) => ms)),
        unit: "ms",
        target: 150,
        better: "less",
        ...(page.failures > 0 ? { note: `${page.failures} failed: ${page.firstFailure}` } : {}),
      },
    ];
  } finally {
    await server.stop();
  }
}
