import type { Sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { panelStamp } from "../../panel/panel-stamp.server";
import { codeVersion } from "./code-version.server";

/** What results would be computed from now: results with the same three are up to date. */
export interface PresentFacts {
  readonly asOf: string;
  readonly dataStamp: string;
  readonly codeVersion: string;
}

export async function readPresentFacts(sql: Sql): Promise<PresentFacts> {
  const [{ today }, dataStamp] = await Promise.all([companyToday(sql), panelStamp(sql)]);
  return { asOf: today, dataStamp, codeVersion: codeVersion() };
}

/** The day alone changes nothing: what it brings to the panel changes the stamp. */
export function isUpToDate(
  run: { readonly dataStamp: string; readonly codeVersion: string },
  present: PresentFacts,
): boolean {
  return run.dataStamp === present.dataStamp && run.codeVersion === present.codeVersion;
}
