/** Which cost belongs to which programme: a default by category and words of the kind, and what leadership decided otherwise. */
import { z } from "zod";
import { type CostCategory, costCategories } from "~/modules/people/cost-entry";

export const programmeKeys = ["training", "retention", "hiring", "crm", "service", "handover"] as const;
export type ProgrammeKey = (typeof programmeKeys)[number];

/** Where a cost stands that no programme answers for: pay, consequences, overhead. */
export const outside = "outside";
export type Placement = ProgrammeKey | typeof outside;

/** Whom the cost was spent on: people who owned accounts in the window, people who served some otherwise, or neither. */
export const reaches = ["owner", "server", "none"] as const;
export type Reach = (typeof reaches)[number];

/** entry: cost ledger; course: fees on training records; time: hours on training records at the mean hourly pay. */
export const costSources = ["entry", "course", "time"] as const;
export type CostSource = (typeof costSources)[number];

export interface CostGroupKey {
  readonly source: CostSource;
  readonly category: CostCategory;
  readonly kind: string | null;
  readonly reach: Reach;
}

export const returnRules = z.object({
  /** Group (see `groupId`) → programme or outside. */
  placements: z.record(z.string().max(300), z.enum([...programmeKeys, outside])),
});
export type ReturnRules = z.output<typeof returnRules>;

export const defaultRules: ReturnRules = { placements: {} };

/** `entry|training|joint training|owner`: kinds differ by case and space in no company that means it. */
export function groupId({ source, category, kind, reach }: CostGroupKey): string {
  return [source, category, (kind ?? "").trim().toLowerCase(), reach].join("|");
}

export function isGroupId(text: string): boolean {
  const parts = text.split("|");
  return (
    parts.length >= 4 &&
    (costSources as readonly string[]).includes(parts[0]!) &&
    (costCategories as readonly string[]).includes(parts[1]!) &&
    (reaches as readonly string[]).includes(parts.at(-1)!)
  );
}

const crmWords = /\bcrm\b|customer relationship|客户关系/i;
const handoverWords = /cover|hand.?over|overlap|交接|顶岗|代班/i;
const serviceWords = /\bservice\b|客服|客户服务/i;

/** Training counts where it reached account managers: no effect of other people's training is estimated. */
export function defaultPlacement({ category, kind, reach }: CostGroupKey): Placement {
  const words = kind ?? "";
  if (crmWords.test(words)) return "crm";
  if (category === "training")
    return reach === "owner" ? "training" : reach === "server" ? "service" : outside;
  if (category === "retention") return "retention";
  if (category === "acquisition") return "hiring";
  if (handoverWords.test(words)) return "handover";
  if (serviceWords.test(words)) return "service";
  return outside;
}

export function placementOf(rules: ReturnRules, key: CostGroupKey): Placement {
  return rules.placements[groupId(key)] ?? defaultPlacement(key);
}
