import type { exchange as source } from "../en/exchange";
import type { Translated } from "../translated";

export const exchange: Translated<typeof source> = {
  title: "exchange",
};
