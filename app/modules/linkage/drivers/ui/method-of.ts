import type { DriverDetail } from "./prepare-driver-detail";

const methods = [
  "fixed_effects",
  "fixed_effects_employee",
  "cox",
  "callaway_santanna",
  "complementary_log_log",
] as const;
export type Method = (typeof methods)[number] | "other";

/** The declared estimator, with what its effects are for. */
export function methodOf({ specification }: Pick<DriverDetail, "specification">): Method {
  const estimator = specification["estimator"];
  const effects = specification["effects"];
  const isWithinPerson = Array.isArray(effects) && effects.includes("employee");
  const name = estimator === "fixed_effects" && isWithinPerson ? "fixed_effects_employee" : estimator;
  return methods.find((method) => method === name) ?? "other";
}
