/** The return report as sheets whose formulas recompute the base case from the inputs. */
import { minorDigits } from "~/kernel/money";
import type { BenefitPath, Term } from "../benefit-path";
import { inputKeys } from "../company-inputs";
import { isHeadline } from "../grade-rule";
import type { ShownCostGroup } from "../hide-small-groups";
import { inputsOf } from "../programme-inputs";
import type { ReturnReport } from "../return-report";
import { address, type Cell, inSheet, numberIn, type Sheet } from "./cells";
import { accountsBlock, departuresBlock, type InputPlace, monthColumns } from "./month-block";

/** Every word of the workbook, in the reader's language. */
export interface WorkbookWords {
  readonly sheets: Readonly<
    Record<"readMe" | "inputs" | "programmes" | "months" | "draws" | "costs", string>
  >;
  readonly readMe: readonly (readonly [string, string])[];
  readonly inputHeader: readonly string[];
  readonly monthHeader: readonly string[];
  readonly costHeader: readonly string[];
  readonly programmeHeader: readonly string[];
  readonly drawsHeader: readonly string[];
  readonly discountRate: string;
  readonly total: string;
  readonly hiddenTogether: string;
  readonly programme: (key: string) => string;
  readonly input: (key: string) => string;
  readonly path: (kind: BenefitPath["kind"] | "handover") => string;
  readonly group: (group: ShownCostGroup) => readonly [string, string, string];
}

const moneyInputs: readonly string[] = [inputKeys.margin, inputKeys.departureCost];
/** The header is row 1. */
const firstRow = 2;

export function prepareWorkbook(
  report: ReturnReport,
  groups: readonly ShownCostGroup[],
  words: WorkbookWords,
): Sheet[] {
  const unit = 10 ** minorDigits(report.currency);
  const inputs = inputSheet(report, words, unit);
  const costs = costSheet(report, groups, words, unit);
  const months = monthSheet(report, words, inputs.places, inputs.discountRate);
  return [
    {
      name: words.sheets.readMe,
      header: ["", ""],
      formats: ["text", "text"],
      widths: [28, 110],
      rows: words.readMe,
    },
    programmeSheet(report, words, unit, costs.ranges, months.benefits),
    inputs.sheet,
    months.sheet,
    costs.sheet,
    drawsSheet(report, words, unit),
  ];
}

function inputSheet(report: ReturnReport, words: WorkbookWords, unit: number) {
  const name = words.sheets.inputs;
  const shown = inputsOf(
    report,
    report.programmes.map(({ model }) => model),
    false,
  );
  const grades = new Map(report.catalogue.effects.map((effect) => [effect.key, effect.grade]));
  const places = new Map<string, InputPlace>();
  const valueColumn = 1;
  const rows: Cell[][] = [[words.discountRate, report.annualDiscountRate, null, null, null, "discount_rate"]];
  for (const input of shown) {
    const scale = moneyInputs.includes(input.key) ? 1 / unit : 1;
    const value = input.estimate * scale;
    places.set(input.key, {
      reference: inSheet(name, `$${address(valueColumn, firstRow + rows.length).replace(/(\d+)/, "$$$1")}`),
      value,
    });
    rows.push([
      words.input(input.key),
      value,
      input.low * scale,
      input.high * scale,
      grades.get(input.key) ?? null,
      input.key,
    ]);
  }
  const sheet: Sheet = {
    name,
    header: words.inputHeader,
    formats: ["text", "factor", "factor", "factor", "text", "text"],
    widths: [48, 18, 18, 18, 8, 42],
    rows,
    inputColumn: valueColumn,
  };
  const discountRate: InputPlace = {
    reference: inSheet(name, `$B$${firstRow}`),
    value: report.annualDiscountRate,
  };
  return { sheet, places, discountRate };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Groups by programme, one programme's rows together, so that its cost is one sum. */
function costSheet(
  report: ReturnReport,
  groups: readonly ShownCostGroup[],
  words: WorkbookWords,
  unit: number,
) {
  const rows: Cell[][] = [];
  const ranges = new Map<string, Range>();
  for (const { model } of report.programmes) {
    const own = groups.filter(({ placement }) => placement === model.key);
    const from = firstRow + rows.length;
    for (const group of own) {
      rows.push([
        words.programme(model.key),
        ...words.group(group),
        group.rows,
        group.amountMinor === null ? null : group.amountMinor / unit,
      ]);
    }
    const shown = own.reduce((sum, group) => sum + (group.amountMinor ?? 0), 0);
    if (own.some((group) => group.amountMinor === null))
      rows.push([
        words.programme(model.key),
        words.hiddenTogether,
        "",
        "",
        null,
        (model.costMinor - shown) / unit,
      ]);
    ranges.set(model.key, { from, to: firstRow + rows.length - 1 });
  }
  const sheet: Sheet = {
    name: words.sheets.costs,
    header: words.costHeader,
    formats: ["text", "text", "text", "text", "whole", "money"],
    widths: [30, 34, 18, 26, 10, 16],
    rows,
    inputColumn: 5,
  };
  return { sheet, ranges };
}

interface Benefit {
  readonly customers: string[];
  readonly people: string[];
}

function monthSheet(
  report: ReturnReport,
  words: WorkbookWords,
  places: ReadonlyMap<string, InputPlace>,
  discountRate: InputPlace,
) {
  const name = words.sheets.months;
  const rows: Cell[][] = [];
  const benefits = new Map<string, Benefit>();
  const counted = (terms: readonly Term[]) =>
    terms.filter(({ grade, change }) => isHeadline(grade) && change !== 0);
  for (const { model } of report.programmes) {
    const benefit: Benefit = { customers: [], people: [] };
    benefits.set(model.key, benefit);
    const context = (kind: BenefitPath["kind"] | "handover") => ({
      places,
      discountRate,
      horizonMonths: report.horizonMonths,
      firstRow: firstRow + rows.length,
      programme: words.programme(model.key),
      name: words.path(kind),
    });
    const range = (from: number, first: number, last: number) =>
      inSheet(name, `${address(first, from)}:${address(last, from + report.horizonMonths - 1)}`);
    for (const path of model.paths) {
      const terms = counted(path.terms);
      if (terms.length === 0) continue;
      const at = context(path.kind);
      if (path.kind === "accounts") {
        rows.push(...accountsBlock({ ...path, terms }, at));
        benefit.customers.push(range(at.firstRow, monthColumns.stays, monthColumns.buys));
        continue;
      }
      const handover = counted(path.handover);
      let loss: InputPlace | null = null;
      if (handover.length > 0 && path.accountsPerPerson > 0) {
        const one = context("handover");
        const block = accountsBlock(
          { accounts: 1, margin: path.margin, hazard: path.hazard, terms: handover },
          one,
        );
        rows.push(...block);
        const value = block.reduce(
          (sum, row) => sum + numberIn(row[monthColumns.stays]) + numberIn(row[monthColumns.buys]),
          0,
        );
        loss = {
          reference: `(-SUM(${range(one.firstRow, monthColumns.stays, monthColumns.buys)}))`,
          value: -value,
        };
      }
      const last = context(path.kind);
      rows.push(...departuresBlock({ ...path, terms }, loss, last));
      if (loss) benefit.customers.push(range(last.firstRow, monthColumns.stays, monthColumns.stays));
      benefit.people.push(range(last.firstRow, monthColumns.saved, monthColumns.saved));
    }
  }
  const sheet: Sheet = {
    name,
    header: words.monthHeader,
    formats: [
      "text",
      "text",
      "whole",
      "factor",
      "factor",
      "factor",
      "factor",
      "factor",
      "money",
      "money",
      "money",
    ],
    widths: [30, 30, 8, 12, 14, 14, 14, 14, 16, 16, 16],
    rows,
  };
  return { sheet, benefits };
}

function programmeSheet(
  report: ReturnReport,
  words: WorkbookWords,
  unit: number,
  costs: ReadonlyMap<string, Range>,
  benefits: ReadonlyMap<string, Benefit>,
): Sheet {
  const sum = (references: readonly string[]) =>
    references.length === 0 ? "0" : `SUM(${references.join(",")})`;
  const rows: Cell[][] = report.result.programmes.map((programme, index) => {
    const row = firstRow + index;
    const cost = costs.get(programme.key);
    const benefit = benefits.get(programme.key);
    const hasCost = cost !== undefined && cost.to >= cost.from;
    return [
      words.programme(programme.key),
      {
        formula: hasCost ? `SUM(${inSheet(words.sheets.costs, `F${cost.from}:F${cost.to}`)})` : "0",
        result: programme.cost.base / unit,
      },
      { formula: sum(benefit?.customers ?? []), result: programme.customers.base / unit },
      { formula: sum(benefit?.people ?? []), result: programme.people.base / unit },
      { formula: `C${row}+D${row}-B${row}`, result: programme.net.base / unit },
      { formula: `IF(B${row}>0,E${row}/B${row},0)`, result: programme.roi?.base ?? 0 },
      programme.net.low / unit,
      programme.net.high / unit,
      programme.gainProbability,
      programme.leftOut.base / unit,
    ];
  });
  const last = firstRow + rows.length - 1;
  const { total } = report.result;
  const column = (letter: string, result: number): Cell => ({
    formula: `SUM(${letter}${firstRow}:${letter}${last})`,
    result,
  });
  rows.push([
    words.total,
    column("B", total.cost.base / unit),
    column("C", total.customers.base / unit),
    column("D", total.people.base / unit),
    column("E", total.net.base / unit),
    { formula: `IF(B${last + 1}>0,E${last + 1}/B${last + 1},0)`, result: total.roi?.base ?? 0 },
    total.net.low / unit,
    total.net.high / unit,
    total.gainProbability,
    total.leftOut.base / unit,
  ]);
  return {
    name: words.sheets.programmes,
    header: words.programmeHeader,
    formats: ["text", "money", "money", "money", "money", "share", "money", "money", "share", "money"],
    widths: [34, 16, 18, 18, 16, 10, 16, 16, 14, 20],
    rows,
  };
}

function drawsSheet(report: ReturnReport, words: WorkbookWords, unit: number): Sheet {
  const all = [...report.result.programmes, report.result.total];
  return {
    name: words.sheets.draws,
    header: words.drawsHeader,
    formats: ["text", "money", "money", "money", "share"],
    widths: [34, 18, 18, 18, 16],
    rows: all.map(({ key, net, netMedian, gainProbability }) => [
      words.programme(key),
      net.low / unit,
      netMedian / unit,
      net.high / unit,
      gainProbability,
    ]),
  };
}
