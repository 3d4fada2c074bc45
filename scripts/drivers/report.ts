import {
  type DriverEffect,
  isRefusedEffect,
  type RefusedEffect,
  type SpecResult,
} from "../../app/modules/linkage/drivers/result";
import type { DriverRun } from "../../app/modules/linkage/drivers/runs/driver-run";
import { falseDiscoveryRate, specs } from "../../app/modules/linkage/drivers/specs";

/** The one document of `--json`, of the results asked for; its fields are described in docs/drivers-json.md. */
export function toDocument(run: DriverRun, results: readonly SpecResult[], all: readonly SpecResult[]) {
  return {
    asOf: run.asOf,
    dataStamp: run.dataStamp,
    codeVersion: run.codeVersion,
    run: {
      id: run.id,
      requestedBy: run.requestedBy,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      accountMonths: run.accountMonths,
    },
    family: {
      method: "benjamini_hochberg",
      falseDiscoveryRate,
      tests: Object.fromEntries(familiesOf(all)),
    },
    results,
  };
}

/** Keys of the effects that were adjusted together, by family. */
function familiesOf(results: readonly SpecResult[]): [string, string[]][] {
  const families = new Map<string, string[]>();
  for (const result of results) {
    const family = specs.find((spec) => spec.name === result.spec)?.family;
    if (!family) continue;
    const keys = families.get(family) ?? [];
    families.set(family, keys);
    for (const effect of result.effects)
      if (!isRefusedEffect(effect) && effect.q !== null) keys.push(effect.key);
    for (const curves of result.retention)
      if (curves.logRank?.q != null) keys.push(`${result.spec}.${curves.grouping}`);
  }
  return [...families];
}

/** A table an analysis, for reading in a terminal. */
export function toText(run: DriverRun, results: readonly SpecResult[]): string {
  const head = `As of ${run.asOf}, computed ${run.finishedAt}, data ${run.dataStamp}, code ${run.codeVersion}`;
  return [head, ...results.map(analysisText)].join("\n\n");
}

function analysisText(result: SpecResult): string {
  const { sample, refused } = result;
  const title = `${result.spec} (${result.kind}${result.outcome ? ` of ${result.outcome}` : ""})`;
  const lines = [
    title,
    "─".repeat(title.length),
    `${whole(sample.rows)} rows, ${whole(sample.accounts)} accounts, ${whole(sample.employees)} employees, ${sample.from ?? "–"} to ${sample.to ?? "–"}`,
  ];
  if (refused) lines.push(`No answer: ${refused.code} ${detailText(refused.detail)}`.trimEnd());
  else if (result.effects.length > 0)
    lines.push(...tableOf([effectHeader, ...result.effects.map(effectCells)]));
  for (const study of result.eventStudies) {
    lines.push(
      `  after a handover (${study.cause}), ${study.outcome} in ${study.scale}; ${whole(study.treatedAccounts)} accounts, pre-trend p ${study.preTrend ? probability(study.preTrend.p) : "–"}`,
      ...tableOf([
        ["    months", "estimate", "95 % interval"],
        ...study.points.map((point) => [
          `    ${point.from} to ${point.to}`,
          figure(point.estimate),
          interval(point),
        ]),
      ]),
    );
  }
  for (const curves of result.retention)
    lines.push(
      `  accounts kept by ${curves.grouping}: ${curves.groups.map((group) => `${group.key} lost ${group.lost} of ${group.accounts}`).join("; ")}${curves.logRank ? `; log-rank p ${probability(curves.logRank.p)}, q ${probability(curves.logRank.q)}` : ""}`,
    );
  if (result.importance)
    lines.push(
      `  share of the explained variance (R² ${figure(result.importance.rSquared)}, ${result.importance.method})`,
      ...tableOf(
        result.importance.shares.map((share) => [
          `    ${share.exposure}`,
          figure(share.estimate),
          interval(share),
        ]),
      ),
    );
  if (result.teams.length > 0)
    lines.push(
      "  teams, difference from the company after shrinking",
      ...tableOf(
        result.teams.map((team) => [
          `    ${team.unitName}`,
          team.outcome,
          figure(team.effect.estimate),
          interval(team.effect),
          `${team.people} people, ${team.accounts} accounts`,
        ]),
      ),
    );
  for (const reason of result.leaving?.byReason ?? []) {
    const last = reason.curve.at(-1);
    if (last)
      lines.push(
        `  left for ${reason.reason}: ${reason.left}; ${figure(last.estimate)} by month ${last.month}`,
      );
  }
  for (const warning of result.warnings) lines.push(`  note: ${warning}`);
  return lines.join("\n");
}

const effectHeader = [
  "exposure",
  "per",
  "estimate",
  "95 % interval",
  "in",
  "p",
  "q",
  "grade",
  "verdict",
  "n",
];

function effectCells(effect: DriverEffect | RefusedEffect): string[] {
  if (isRefusedEffect(effect))
    return [effect.exposure, "", "–", "", "", "", "", "", `refused: ${effect.refused.code}`, ""];
  return [
    effect.exposure,
    `${effect.per} ${effect.unit}`,
    figure(effect.estimate),
    interval(effect),
    effect.scale,
    probability(effect.p),
    probability(effect.q),
    effect.grade,
    effect.verdict + (effect.weakened.length > 0 ? ` (${effect.weakened.join(", ")})` : ""),
    whole(effect.n),
  ];
}

function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
}

const whole = (value: number) => value.toLocaleString("en");
const figure = (value: number) => (Number.isFinite(value) ? value.toPrecision(3) : "–");
const interval = ({ lower, upper }: { lower: number; upper: number }) =>
  `${figure(lower)} to ${figure(upper)}`;
const probability = (value: number | null) =>
  value === null || !Number.isFinite(value) ? "–" : value < 0.0001 ? "<0.0001" : value.toFixed(4);
const detailText = (detail: Readonly<Record<string, string | number>>) =>
  Object.entries(detail)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
