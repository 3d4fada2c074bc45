import type { CostCategory } from "../cost-entry";

interface Look {
  readonly color: string;
  readonly outline?: string;
}

/** One look for each category on every page: money's hue, light for what is large, outlined for what is missed. */
export const costColours: Readonly<Record<CostCategory, Look>> = {
  compensation: { color: "color-mix(in srgb, var(--mon-3) 62%, var(--bg))" },
  training: { color: "var(--mon)" },
  retention: { color: "var(--mon-2)" },
  acquisition: { color: "color-mix(in srgb, var(--mon) 62%, var(--ink))" },
  productivity: { color: "var(--mon-4)", outline: "var(--mon)" },
  morale: { color: "var(--mon-3)" },
  turnover: { color: "var(--bg)", outline: "color-mix(in srgb, var(--mon) 62%, var(--ink))" },
};
