import type { CalendarDate } from "~/kernel/calendar";
import type { GoalAssessment, GoalKind } from "./goal";
import type { MetricId } from "./metric-library";

/** A goal as it was set, before anything is measured. */
export interface GoalRow {
  readonly id: string;
  readonly kind: GoalKind;
  readonly title: string;
  readonly description: string | null;
  readonly metric: MetricId | null;
  readonly orgUnitId: string | null;
  readonly orgUnitName: string | null;
  readonly orgUnitCode: string | null;
  readonly baselineOn: CalendarDate;
  readonly baselineValue: number | null;
  readonly targetValue: number | null;
  readonly currency: string | null;
  readonly dueOn: CalendarDate;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerNumber: string | null;
  readonly assessment: GoalAssessment | null;
  readonly assessmentNote: string | null;
  readonly assessedOn: CalendarDate | null;
}
