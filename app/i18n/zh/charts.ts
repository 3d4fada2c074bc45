import type { charts as source } from "../en/charts";
import type { Translated } from "../translated";

export const charts: Translated<typeof source> = {
  total: "合计",
  month: "月份",
};
