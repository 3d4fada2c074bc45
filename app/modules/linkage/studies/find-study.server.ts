import type { Scope } from "~/modules/access/scope";
import type { Refused, SpecResult } from "../drivers/result";
import { listDriverResults } from "../drivers/runs/list-driver-results.server";

/** What every study page says above its figures. */
export interface StudyHead {
  readonly asOf: string;
  readonly accounts: number;
  readonly employees: number;
  readonly from: string | null;
  readonly to: string | null;
  /** The whole study has no answer, and why. */
  readonly refused: Refused | null;
}

/** The stored result of one analysis; null until a run that has it is finished. Nothing is fitted here. */
export async function findStudy(scope: Scope<"drivers.read">, spec: string): Promise<SpecResult | null> {
  const [result] = await listDriverResults(scope, [spec]);
  return result ?? null;
}

export function headOf({ asOf, sample, refused }: SpecResult): StudyHead {
  const { accounts, employees, from, to } = sample;
  return { asOf, accounts, employees, from, to, refused };
}
