import type { ExposureName } from "../exposures";
import type { RefusalCode } from "../result";
import type { FitData } from "./fit-data";

/** Where one person served everything: is there nobody else, or did nobody else own an account. */
export function whyOnePerson({ people }: Pick<FitData, "people">): RefusalCode {
  return people.employee.every((person) => person === people.employee[0]) ? "one_employee" : "same_owner";
}

/** Why an exposure has no values: nothing of the kind was imported, or what was imported is not enough. */
export function whyMissing(name: ExposureName, { has }: Pick<FitData, "has">): RefusalCode | null {
  switch (name) {
    case "training":
      return has.training ? null : "no_training";
    case "engagement":
    case "values_alignment":
      return has.survey ? "too_few_answers" : "no_survey";
    case "pay_position":
      return has.pay ? "too_few_units" : "no_pay";
    case "service_orientation":
      return "no_scores";
    default:
      return null;
  }
}
