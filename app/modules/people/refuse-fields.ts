import { AppError } from "~/kernel/app-error";

/** A key below `errors.field` with its parameters. */
export interface Refusal {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Refuses an input for what one or more of its fields say; the form shows each beside its field. */
export function refuseFields(fields: Readonly<Record<string, Refusal>>): AppError {
  return new AppError("invalid", `Refused: ${Object.keys(fields).join(", ")}`, { fields });
}

/** Which field to blame for which of the database's own rules, by the rule's name. */
const refusals: readonly (readonly [RegExp, Readonly<Record<string, Refusal>>])[] = [
  [/employees_employee_number_key|employee_number/, { employeeNumber: { key: "taken" } }],
  [/employees_leave_after_hire/, { leftOn: { key: "endBeforeStart" } }],
  [/employment_spells_no_overlap|employment_spells_employee_id_starts_on/, { startsOn: { key: "overlap" } }],
  [/employment_spells_end_after_start/, { startsOn: { key: "endBeforeStart" } }],
  [/employment_spells_not_own_manager/, { managerNumber: { key: "ownManager" } }],
  [/training_records_employee_id|completed_on/, { course: { key: "alreadyRecorded" } }],
];

/** What the database refused, as a refusal of a field; null for an error that is something else. */
export function refusalOf(error: unknown): AppError | null {
  const text = textOf(error);
  if (!/constraint|violates|P20(02|04|10)|23(505|514|P01)/i.test(text)) return null;
  const found = refusals.find(([pattern]) => pattern.test(text));
  return found ? refuseFields(found[1]) : null;
}

/** Prisma and its adapter tell the constraint's name in the message, in `meta` or in a cause below. */
function textOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const { code, message, meta, cause } = error as Record<string, unknown>;
  return [code, message, meta && JSON.stringify(meta), cause && JSON.stringify(cause)]
    .filter(Boolean)
    .join(" ");
}
