/** `npm run db:migrate -- [--data .data]`: brings the database up to date without starting the application. */
import { parseArgs } from "node:util";
import { isAppError } from "../app/kernel/app-error";
import { reachDatabase } from "./serve/reach-database";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  const { close } = await reachDatabase(values.data ?? ".data");
  await close();
  console.log("The database is up to date.");
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    console.error(isAppError(error) ? error.message : error);
    process.exit(1);
  });
