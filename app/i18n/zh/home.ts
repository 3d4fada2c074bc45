import type { home as source } from "../en/home";
import type { Translated } from "../translated";

export const home: Translated<typeof source> = {
  title: "home",
};
