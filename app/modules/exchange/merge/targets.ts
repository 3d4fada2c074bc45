import { queueConverted } from "~/modules/access/queue-converted";
import type { ImportKindName } from "../kinds/kind";
import { customerTargets } from "./customer-targets";
import { peopleTargets } from "./people-targets";
import type { Target } from "./target";
import { copied, key, renamed } from "./target-columns";

/** In which table the rows of each kind end up, and how. */
export const targets: Readonly<Record<ImportKindName, Target>> = {
  "exchange-rates": {
    table: "exchange_rates",
    isAccountOwned: false,
    references: [],
    key: ["currency", "month"],
    columns: [
      key(copied("currency")),
      key({ name: "month", from: "month", value: "date_trunc('month', s.month::timestamp)::date" }),
      renamed("rate_to_reporting", "rate"),
    ],
    rollups: [],
    queueOthers: (rows) => queueConverted(`select distinct currency from (${rows}) rates`),
  },
  ...peopleTargets,
  ...customerTargets,
};
