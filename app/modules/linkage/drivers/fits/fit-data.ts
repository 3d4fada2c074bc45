/** Everything that the analyses of one run look at, loaded once. */
import type { IdCodes } from "~/db/id-codes";
import type { PanelData } from "./panel-data";
import type { PeopleData } from "./people-data";
import type { Thoughts } from "./thoughts";

export interface FitData {
  readonly panel: PanelData;
  readonly people: PeopleData;
  /** Null where no survey asked, or too few answered twice. */
  readonly engagement: Thoughts | null;
  readonly values: Thoughts | null;
  readonly units: IdCodes;
  /** What is wholly missing from the ledgers, so that a refusal can say what to import. */
  readonly has: {
    readonly survey: boolean;
    readonly training: boolean;
    readonly pay: boolean;
    readonly departures: boolean;
  };
  /** Log of mean monthly revenue over the year up to and with the month, in standard deviations; NaN without revenue. */
  readonly accountSize: Float32Array;
}

/** Numbers fixed by the analysis's name, so that a run can be repeated to the digit. */
export const seedOf = (name: string) => `relata ${name}`;
