import {
  accounts,
  assignments,
  cases,
  contacts,
  interactions,
  revenue,
  satisfaction,
} from "./customer-kinds";
import type { ImportKind, ImportKindName } from "./kind";
import { costs, employees, employment, orgUnits, surveys, training } from "./people-kinds";

export const importKinds: Readonly<Record<ImportKindName, ImportKind>> = {
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
