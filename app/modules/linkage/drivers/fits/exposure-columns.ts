/** Reads an exposure from the panel, row by row, in its own unit; NaN is "not known". */
import type { ExposureName } from "../exposures";
import type { FitData } from "./fit-data";
import { causes } from "./panel-data";
import { personMonth } from "./people-data";
import type { Thoughts } from "./thoughts";

/** Value of something at a row of the panel. */
export type ExposureRead = (row: number) => number;

const departure = causes.indexOf("departure");

/** `null` where the ledgers hold nothing of the kind. */
export function readExposure(
  data: FitData,
  name: ExposureName,
  outcome: "satisfaction" | "revenue" | "churn",
): ExposureRead | null {
  const read = readMonth(data, name, outcome);
  return read && outcome === "revenue" ? overBillingPeriod(data, read) : read;
}

/** A quarter's revenue stands beside the mean of the quarter, so that a handover in its last month counts for a third. */
function overBillingPeriod({ panel }: FitData, read: ExposureRead): ExposureRead {
  return (row) => {
    const months = panel.revenueMonths[row]!;
    if (months < 2) return read(row);
    const first = Math.max(panel.accountStart[panel.account[row]!]!, row - months + 1);
    let sum = 0;
    let known = 0;
    for (let at = first; at <= row; at++) {
      const value = read(at);
      if (Number.isNaN(value)) continue;
      sum += value;
      known += 1;
    }
    return known > 0 ? sum / known : Number.NaN;
  };
}

function readMonth(
  data: FitData,
  name: ExposureName,
  outcome: "satisfaction" | "revenue" | "churn",
): ExposureRead | null {
  const { panel } = data;
  const { columns } = panel;
  const window =
    (months: Float32Array, from: number, to: number, isCause: (row: number) => boolean): ExposureRead =>
    (row) =>
      months[row]! >= from && months[row]! <= to && isCause(row) ? 1 : 0;
  const always = () => true;
  // A customer gets used to whoever came last, so that the next handover begins the dip anew; revenue that went with the
  // one who left does not come back because somebody else takes over.
  const afterDeparture = (from: number, to: number) =>
    outcome === "satisfaction"
      ? window(columns.monthsSinceHandover, from, to, (row) => panel.lastCause[row] === departure)
      : window(columns.monthsSinceDeparture, from, to, always);
  const afterOther = (from: number, to: number) =>
    window(columns.monthsSinceHandover, from, to, (row) => panel.lastCause[row] !== departure);
  const byOwner =
    (column: Float32Array): ExposureRead =>
    (row) => {
      const at = personMonth(data.people, panel.owner[row]!, panel.month[row]!);
      return at < 0 ? Number.NaN : column[at]!;
    };
  const thought = (thoughts: Thoughts | null) => (thoughts ? byOwner(thoughts.standardised) : null);
  switch (name) {
    case "training":
      return data.has.training ? (row) => columns.trainingHours[row]! : null;
    case "tenure":
      return (row) => columns.logTenure[row]! / Math.LN2;
    case "workload":
      return (row) => columns.workloadZ[row]!;
    case "engagement":
      return thought(data.engagement);
    case "values_alignment":
      return thought(data.values);
    case "pay_position":
      return (row) => columns.payPosition[row]!;
    case "service_orientation":
      return (row) => columns.serviceOrientation[row]!;
    case "vacancy":
      return (row) => columns.vacancyShare[row]!;
    case "account_size":
      return (row) => data.accountSize[row]!;
    case "departure_handover_0_2":
      return afterDeparture(0, 2);
    case "departure_handover_3_5":
      return afterDeparture(3, 5);
    case "departure_handover_6_11":
      return afterDeparture(6, 11);
    case "departure_handover_3_11":
      return afterDeparture(3, 11);
    case "departure_handover_12_17":
      return afterDeparture(12, 17);
    case "other_handover_0_2":
      return afterOther(0, 2);
    case "other_handover_3_5":
      return afterOther(3, 5);
    case "other_handover_6_11":
      return afterOther(6, 11);
    case "handover_0_5":
      return window(columns.monthsSinceHandover, 0, 5, always);
    case "new_hire_handover":
      return outcome === "revenue"
        ? window(columns.monthsSinceDeparture, 0, 11, (row) => columns.isDepartureToNewHire[row] === 1)
        : window(columns.monthsSinceHandover, 0, 11, (row) => columns.isHandoverToNewHire[row] === 1);
    case "new_hire_handover_12_17":
      return window(columns.monthsSinceDeparture, 12, 17, (row) => columns.isDepartureToNewHire[row] === 1);
    default:
      return null;
  }
}

/** The exposure of the same owner a year later, for the check that what comes later moves nothing before it. */
export function readLead(data: FitData, name: ExposureName): ExposureRead | null {
  const { panel, people } = data;
  const later =
    (column: Float32Array): ExposureRead =>
    (row) => {
      const at = personMonth(people, panel.owner[row]!, panel.month[row]! + 12);
      return at < 0 ? Number.NaN : column[at]!;
    };
  switch (name) {
    case "training":
      return later(people.trainingHours);
    case "workload":
      return later(people.workloadZ);
    case "engagement":
      return data.engagement ? later(data.engagement.standardised) : null;
    default:
      return null;
  }
}

/** What a naive analysis would put in the place of the exposure, where that differs. */
export function readUncorrected(data: FitData, name: ExposureName): ExposureRead | null {
  const thoughts = name === "engagement" ? data.engagement : name === "values_alignment" ? data.values : null;
  if (!thoughts) return null;
  return (row) => {
    const at = personMonth(data.people, data.panel.owner[row]!, data.panel.month[row]!);
    return at < 0 ? Number.NaN : thoughts.raw[at]!;
  };
}
