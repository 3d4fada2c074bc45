/** Prints the p95 of the accounts list on the database of DATABASE_URL. */
import { timeList } from "./database-times";

console.log(await timeList(String(process.env["DATABASE_URL"])));
