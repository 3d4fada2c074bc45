/** Turns declared exposures into columns over chosen rows of the panel, and says which could not be looked at and why. */
import { sampleQuantile } from "~/stats/resampling/sample-quantile";
import { type ExposureName, exposures } from "../exposures";
import type { RefusalCode, Refused } from "../result";
import { type ExposureRead, readExposure } from "./exposure-columns";
import type { FitData } from "./fit-data";
import { whyMissing } from "./why-missing";

export interface ExposureMatrix {
  /** Rows of the panel, in order, on which every column is known. */
  readonly rows: Int32Array;
  readonly names: readonly ExposureName[];
  /** By name above; in the exposure's unit. */
  readonly columns: readonly Float64Array[];
  readonly refused: ReadonlyMap<ExposureName, Refused>;
  /** Rows left out because an exposure was not known, by exposure. */
  readonly unknown: Readonly<Record<string, number>>;
}

/** An exposure known for a smaller share of the rows than this is refused rather than let it take the rows with it. */
const leastKnown = 0.2;

export function exposureMatrix(
  data: FitData,
  candidates: Int32Array,
  names: readonly ExposureName[],
  outcome: "satisfaction" | "revenue" | "churn",
  { fillUnknown = false } = {},
): ExposureMatrix {
  const refused = new Map<ExposureName, Refused>();
  const kept: { name: ExposureName; read: ExposureRead; mean: number }[] = [];
  for (const name of names) {
    const read = readExposure(data, name, outcome);
    const refuse = (code: RefusalCode, detail: Refused["detail"] = {}) => refused.set(name, { code, detail });
    if (!read) {
      refuse(whyMissing(name, data) ?? "not_identified");
      continue;
    }
    const seen = look(read, candidates);
    if (seen.known < leastKnown * candidates.length || seen.known === 0)
      refuse(whyMissing(name, data) ?? "exposure_never_varies");
    else if (!(seen.high > seen.low)) refuse(neverVaries(name, data));
    else kept.push({ name, read, mean: seen.sum / seen.known });
  }
  const unknown: Record<string, number> = {};
  const rows = fillUnknown
    ? candidates
    : candidates.filter((row) => {
        const gap = kept.find(({ read }) => Number.isNaN(read(row)));
        if (gap) unknown[gap.name] = (unknown[gap.name] ?? 0) + 1;
        return !gap;
      });
  const columns = kept.map(({ read, mean }) => {
    const column = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const value = read(rows[i]!);
      column[i] = Number.isNaN(value) ? mean : value;
    }
    return column;
  });
  return { rows, names: kept.map(({ name }) => name), columns, refused, unknown };
}

/** The same rows with one more column; null where it is not known on too many of them. */
export function columnOn(rows: Int32Array, read: ExposureRead): Float64Array {
  const column = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) column[i] = read(rows[i]!);
  return column;
}

/** 5th, 50th and 95th percentile over at most some ten thousand rows. */
export function rangeOf(column: Float64Array): { p5: number; median: number; p95: number } | null {
  if (column.length === 0) return null;
  const step = Math.max(1, Math.floor(column.length / 20_000));
  const sample = column.filter((_, i) => i % step === 0);
  return {
    p5: sampleQuantile(sample, 0.05),
    median: sampleQuantile(sample, 0.5),
    p95: sampleQuantile(sample, 0.95),
  };
}

export function perOf(name: ExposureName): number {
  return exposures[name].per;
}

function neverVaries(name: ExposureName, data: FitData): RefusalCode {
  if (name === "training") return data.has.training ? "exposure_never_varies" : "no_training";
  if (name.startsWith("departure_handover")) return data.has.departures ? "no_handover" : "no_departures";
  return name.includes("handover") ? "no_handover" : "exposure_never_varies";
}

function look(read: ExposureRead, rows: Int32Array) {
  let known = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const value = read(row);
    if (Number.isNaN(value)) continue;
    known += 1;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { known, sum, low, high };
}
