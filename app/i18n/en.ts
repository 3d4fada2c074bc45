/** The typed source of every word. Each module's words stand in a file of their own. */
import { access } from "./en/access";
import { assignments } from "./en/assignments";
import { charts } from "./en/charts";
import { common } from "./en/common";
import { customers } from "./en/customers";
import { driverRuns } from "./en/driver-runs";
import { drivers } from "./en/drivers";
import { errors } from "./en/errors";
import { exchange } from "./en/exchange";
import { home } from "./en/home";
import { linkage } from "./en/linkage";
import { money } from "./en/money";
import { panel } from "./en/panel";
import { people } from "./en/people";
import { peopleMoney } from "./en/people-money";
import { programme } from "./en/programme";
import { quality } from "./en/quality";
import { rates } from "./en/rates";
import { risk } from "./en/risk";
import { roi } from "./en/roi";
import { scenarios } from "./en/scenarios";
import { studies } from "./en/studies";

export const en = {
  access,
  assignments,
  charts,
  common,
  customers,
  driverRuns,
  drivers,
  errors,
  exchange,
  home,
  linkage,
  money,
  panel,
  people,
  peopleMoney,
  programme,
  roi,
  scenarios,
  quality,
  rates,
  risk,
  studies,
};
export type Messages = typeof en;
