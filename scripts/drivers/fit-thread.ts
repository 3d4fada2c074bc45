/** What the thread of a fit runs: computing and storing, and nothing that has to answer while it does. */
import { parentPort, workerData } from "node:worker_threads";
import { connectSql } from "../../app/db/sql.server";
import { type FitOrder, fitAndStore } from "../../app/modules/linkage/drivers/runs/fit-and-store.server";

export interface FitThreadData {
  readonly url: string;
  readonly order: FitOrder;
}
export type FitThreadMessage =
  | { readonly type: "progress"; readonly done: number; readonly spec: string | null }
  | { readonly type: "stored" };

const { url, order } = workerData as FitThreadData;
const tell = (message: FitThreadMessage) => parentPort?.postMessage(message);

// The other core is for those who read pages meanwhile.
const sql = connectSql(url, { max: 2, isSingleCore: true });
try {
  await fitAndStore(sql, order, (done, spec) => tell({ type: "progress", done, spec }));
  tell({ type: "stored" });
} finally {
  await sql.end({ timeout: 5 });
}
