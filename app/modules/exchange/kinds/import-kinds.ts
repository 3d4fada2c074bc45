import { accounts } from "./accounts";
import { assignments } from "./assignments";
import { cases } from "./cases";
import { contacts } from "./contacts";
import { costs } from "./costs";
import { employees } from "./employees";
import { employment } from "./employment";
import { exchangeRates } from "./exchange-rates";
import { interactions } from "./interactions";
import type { ImportKind, ImportKindName } from "./kind";
import { orgUnits } from "./org-units";
import { revenue } from "./revenue";
import { satisfaction } from "./satisfaction";
import { surveys } from "./surveys";
import { training } from "./training";

export const importKinds: Readonly<Record<ImportKindName, ImportKind>> = {
  "exchange-rates": exchangeRates,
  "org-units": orgUnits,
  employees,
  employment,
  costs,
  training,
  surveys,
  accounts,
  contacts,
  assignments,
  revenue,
  satisfaction,
  interactions,
  cases,
};
