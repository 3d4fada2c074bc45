import { loyaltyStages, loyaltyTypes } from "./loyalty";
import { valueClasses } from "./score-rule";

const classes: readonly string[] = [...valueClasses, "none"];

/** What of the address names a class, a stage or a type; anything else is no filter. */
export function readScoredFilter(search: URLSearchParams) {
  const among = (name: string, known: readonly string[]) => {
    const value = search.get(name);
    return value !== null && known.includes(value) ? value : null;
  };
  return {
    current: among("current", classes),
    potential: among("potential", classes),
    stage: among("stage", loyaltyStages),
    type: among("type", loyaltyTypes),
  };
}
