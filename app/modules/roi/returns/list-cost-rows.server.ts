// Question: which rows of the ledger is a programme's cost the sum of, newest first?
import { sql } from "~/db/sql.server";
import { recordView } from "~/db/transaction.server";
import { addMonths } from "~/kernel/calendar";
import { decodeCursor, encodeCursor } from "~/kernel/page";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { programmeCostRows } from "./programme-cost-rows";
import type { ReturnReport } from "./return-report";
import type { CostSource } from "./return-rules";

export interface CostRow {
  readonly id: string;
  readonly source: CostSource;
  readonly onDay: string;
  readonly category: string;
  readonly kind: string | null;
  readonly name: string;
  readonly employeeId: string | null;
  readonly hours: number | null;
  readonly originalMinor: string;
  readonly currency: string;
  /** Null where the currency has no rate: not part of the sum. */
  readonly amountMinor: string | null;
}

export interface CostRows {
  readonly rows: readonly CostRow[];
  readonly next: string | null;
  readonly isFirst: boolean;
}

const pageSize = 50;

/** Single rows are people's pay and costs: for readers who may see pay, and seeing them leaves an audit event. Null for others. */
export async function listCostRows(
  scope: Scope<"roi.read">,
  report: ReturnReport,
  programme: string,
  at: string | null,
): Promise<CostRows | null> {
  if (!can(scope.roles, "pay.read")) return null;
  const ids = report.costGroups
    .filter(({ placement }) => (programme === "all" ? placement !== "outside" : placement === programme))
    .map(({ id }) => id);
  const cursor = decodeCursor(at);
  const { today } = await companyToday(sql());
  const found = await sql().unsafe<
    (Omit<CostRow, "originalMinor" | "amountMinor"> & {
      originalMinor: bigint;
      amountMinor: bigint | null;
      place: string;
    })[]
  >(
    `with ${programmeCostRows}
     select r.id, r.source, r.on_day, r.category, r.kind, coalesce(e.name, u.name) as name, r.employee_id,
            r.hours::float8 as hours, r.original_minor, r.currency, r.amount_minor, r.on_day::text || r.source as place
     from cost_rows r left join employees e on e.id = r.employee_id left join org_units u on u.id = r.org_unit_id
     where r.source || '|' || r.category || '|' || lower(btrim(coalesce(r.kind, ''))) || '|' || r.reach = any($5::text[])
       and ($6::text is null or (r.on_day::text || r.source, r.id) < ($6::text, $7::uuid))
     order by r.on_day::text || r.source desc, r.id desc limit ${pageSize + 1}`,
    [
      today,
      report.window.first,
      addMonths(report.window.last, 1),
      report.facts.hourlyPayMinor,
      ids,
      cursor?.value ?? null,
      cursor?.id ?? null,
    ] as never[],
  );
  await recordView(scope.actor, {
    action: "pay.view",
    subjectType: "return",
    subjectId: programme,
    detail: { page: "return-rows" },
  });
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ place: _, ...row }) => ({
      ...row,
      originalMinor: row.originalMinor.toString(),
      amountMinor: row.amountMinor?.toString() ?? null,
    })),
    next:
      found.length > pageSize && last
        ? encodeCursor({ direction: "after", value: last.place, id: last.id })
        : null,
    isFirst: cursor === null,
  };
}
