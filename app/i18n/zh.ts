import type { Messages } from "./en";
import type { Translated } from "./translated";
import { access } from "./zh/access";
import { assignments } from "./zh/assignments";
import { charts } from "./zh/charts";
import { common } from "./zh/common";
import { customers } from "./zh/customers";
import { driverRuns } from "./zh/driver-runs";
import { drivers } from "./zh/drivers";
import { errors } from "./zh/errors";
import { exchange } from "./zh/exchange";
import { home } from "./zh/home";
import { linkage } from "./zh/linkage";
import { money } from "./zh/money";
import { panel } from "./zh/panel";
import { people } from "./zh/people";
import { peopleMoney } from "./zh/people-money";
import { programme } from "./zh/programme";
import { quality } from "./zh/quality";
import { rates } from "./zh/rates";
import { risk } from "./zh/risk";
import { roi } from "./zh/roi";
import { scenarios } from "./zh/scenarios";
import { studies } from "./zh/studies";

export const zh: Translated<Messages> = {
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
