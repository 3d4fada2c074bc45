import type { CalibrateOptions } from "./options";
import { type CompanyOutcome, naiveNames } from "./outcome";
import type { Calibration, EffectSummary, Summary } from "./summarise";

export function toDocument(
  options: CalibrateOptions,
  companies: readonly CompanyOutcome[],
  summary: Summary,
  falseDiscoveryRate: number,
) {
  return { options, falseDiscoveryRate, ...summary, companies };
}

export function toText(
  options: CalibrateOptions,
  companies: readonly CompanyOutcome[],
  summary: Summary,
  falseDiscoveryRate: number,
): string {
  const seconds = companies.reduce((sum, company) => sum + company.seconds, 0) / companies.length;
  const megabytes = Math.max(...companies.map((company) => company.peakMegabytes));
  const lines = [
    `${companies.length} ${options.size} companies${options.isNull ? " without any effect" : ""}, seeds ${options.seed} to ${options.seed + options.companies - 1}, ${options.isDirect ? "loaded directly" : "through import files"}; ${seconds.toFixed(1)} s and at most ${megabytes.toFixed(0)} MB each`,
    "",
    ...tableOf([header, ...summary.effects.flatMap(rowsOf)]),
    "",
    options.isNull
      ? `Found at q < ${falseDiscoveryRate}: ${summary.findings} of ${summary.tests} tests, in ${summary.companiesWithFindings} of ${companies.length} companies. Nothing is there to be found.`
      : `Found at q < ${falseDiscoveryRate}: ${summary.findings} of ${summary.tests} tests.`,
  ];
  return lines.join("\n");
}

const header = ["effect", "truth", "mean", "bias", "sd", "unbiased", "coverage", "found", "width", "n"];

function rowsOf(effect: EffectSummary): string[][] {
  const { key, truth, own, found, naive } = effect;
  const refused = effect.refused > 0 ? ` (${effect.refused} refused)` : "";
  if (!own) return [[key, figure(truth), "–", "", "", "", "", "", "", `0${refused}`]];
  return [
    [key, figure(truth), ...cellsOf(own, found), `${own.companies}${refused}`],
    ...naiveNames.flatMap((name) => {
      const look = naive[name];
      return look ? [[`  naive: ${name}`, "", ...cellsOf(look, null), String(look.companies)]] : [];
    }),
  ];
}

function cellsOf(calibration: Calibration, found: number | null): string[] {
  const { mean, bias, sd, isUnbiased, coverage, meanWidth } = calibration;
  return [
    figure(mean),
    figure(bias),
    figure(sd),
    isUnbiased === null ? "" : isUnbiased ? "yes" : "no",
    share(coverage),
    share(found),
    figure(meanWidth),
  ];
}

function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join("  "),
  );
}

const figure = (value: number | null) => (value === null || !Number.isFinite(value) ? "–" : value.toFixed(4));
const share = (value: number | null) => (value === null ? "" : `${(100 * value).toFixed(0)} %`);
