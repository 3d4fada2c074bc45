import type { charts as source } from "../en/charts";
import type { Translated } from "../translated";

export const charts: Translated<typeof source> = {
  title: "charts",
};
