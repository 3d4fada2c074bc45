import type { TFunction } from "i18next";
import type { Formatter } from "~/i18n/format";
import { type DriverEffect, isRefusedEffect, type RefusedEffect } from "../result";
import { effectWords } from "../ui/effect-words";
import type { DriverDetail } from "../ui/prepare-driver-detail";
import { plainSentence, prepareDriverSentence } from "../ui/prepare-driver-sentence";

export type Cell = string | number | null;

/** The figures of many results, one a line: what the drivers page shows, in full and unrounded. */
export function forestLines(
  effects: readonly (DriverEffect | RefusedEffect)[],
  t: TFunction,
  format: Formatter,
): Cell[][] {
  const header = (
    [
      "outcome",
      "factor",
      "step",
      "analysis",
      "estimate",
      "lower",
      "upper",
      "unit",
      "grade",
      "verdict",
      "p",
      "q",
      "n",
      "accounts",
      "employees",
      "months",
      "clusters",
      "detectable",
      "eValue",
      "eValueLimit",
      "weakened",
      "sentence",
    ] as const
  ).map((name) => t(`drivers.table.${name}`));
  return [header, ...effects.map((effect) => effectLine(effect, t, format))];
}

function effectLine(effect: DriverEffect | RefusedEffect, t: TFunction, format: Formatter): Cell[] {
  const words = effectWords(t, format);
  const { outcome, exposure, spec } = effect;
  const sentence = plainSentence(prepareDriverSentence(effect, t, format), t);
  const name = [t(`drivers.outcome.${outcome}`), words.name(exposure)];
  if (isRefusedEffect(effect)) {
    const nothing = Array.from({ length: 11 }, () => null);
    return [
      ...name,
      null,
      words.analysis(spec),
      null,
      null,
      null,
      t(`drivers.unitOf.${outcome}`),
      null,
      t("drivers.verdict.refused"),
      ...nothing,
      sentence,
    ];
  }
  // Under ten cases there is a figure to look at, and no claim about how sure it is.
  const isSure = effect.verdict !== "side_by_side";
  return [
    ...name,
    words.step(exposure, effect.per),
    words.analysis(spec),
    effect.estimate,
    isSure ? effect.lower : null,
    isSure ? effect.upper : null,
    t(`drivers.unitOf.${outcome}`),
    effect.grade,
    t(`drivers.verdict.${effect.verdict}`),
    effect.p,
    effect.q,
    effect.n,
    effect.accounts,
    effect.employees,
    effect.months,
    effect.clusters,
    effect.minimumDetectable,
    effect.eValue?.estimate ?? null,
    effect.eValue?.limit ?? null,
    effect.weakened.map((weakening) => t(`drivers.weakenedShort.${weakening}`)).join("; "),
    sentence,
  ];
}

/** One result in full: its figures, then its checks, then the months around the event, one a line. */
export function detailLines(detail: DriverDetail, t: TFunction, format: Formatter): Cell[][] {
  const { effect, checks, naive, study } = detail;
  const [header, line] = forestLines([effect], t, format) as [Cell[], Cell[]];
  const figures = header.map((name, at) => [
    t("drivers.panel.full"),
    name,
    line[at] ?? null,
    null,
    null,
    null,
    null,
  ]);
  const checked = [...checks, ...naive].map((check) => [
    t("drivers.panel.checks"),
    t(`drivers.check.${check.name}`),
    check.estimate,
    check.lower,
    check.upper,
    check.p,
    check.passed === null ? null : t(check.passed ? "drivers.panel.passed" : "drivers.panel.failed"),
  ]);
  const points = (study?.points ?? []).map((point) => [
    t("studies.handovers.axis"),
    point.from === point.to ? String(point.from) : `${point.from}…${point.to}`,
    point.estimate,
    point.isReference ? null : point.lower,
    point.isReference ? null : point.upper,
    null,
    null,
  ]);
  const left = Object.entries(detail.sample.excluded).map(([reason, count]) => [
    t("drivers.panel.excludedTitle"),
    reason,
    count,
    null,
    null,
    null,
    null,
  ]);
  const head = (["part", "name", "value", "lower", "upper", "p", "passed"] as const).map((name) =>
    t(`drivers.table.${name}`),
  );
  return [head, ...figures, ...checked, ...points, ...left];
}
