/**
 * Loyalty by Oliver (1999) and Dick & Basu (1994): what customers say, beside what they do. Attitude is the mean of the
 * answers of the last 180 days on a scale of 0–1 (CSAT (x − 1)/4, NPS x/10, CES (x − 1)/6); behaviour is the revenue of the
 * last six complete months over that of the six before. Without either, nothing is known.
 */
export const loyaltyWindowDays = 180;
export const attitudeSteps = { cognitive: 0.625, affective: 0.75, conative: 0.875 } as const;
/** Attitude from here on is favourable in the grid. */
export const favourableAttitude = attitudeSteps.affective;
/** Buying counts as kept up from this ratio on. */
export const keptBehaviour = 0.95;

export const loyaltyStages = ["action", "conative", "affective", "cognitive", "none", "unknown"] as const;
export type LoyaltyStage = (typeof loyaltyStages)[number];
export const loyaltyTypes = ["true", "latent", "spurious", "none", "unknown"] as const;
export type LoyaltyType = (typeof loyaltyTypes)[number];

/** The rule itself; refresh-account-scores says the same in SQL, and a test holds the two together. */
export function loyaltyOf(
  attitude: number | null,
  behaviour: number | null,
): { readonly stage: LoyaltyStage; readonly type: LoyaltyType } {
  if (attitude === null || behaviour === null) return { stage: "unknown", type: "unknown" };
  const isKept = behaviour >= keptBehaviour;
  const isFavourable = attitude >= favourableAttitude;
  const type = isFavourable ? (isKept ? "true" : "latent") : isKept ? "spurious" : "none";
  if (attitude >= attitudeSteps.conative) return { stage: isKept ? "action" : "conative", type };
  if (attitude >= attitudeSteps.affective) return { stage: "affective", type };
  if (attitude >= attitudeSteps.cognitive) return { stage: "cognitive", type };
  return { stage: "none", type };
}
