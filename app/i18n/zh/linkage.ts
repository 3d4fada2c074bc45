import type { linkage as source } from "../en/linkage";
import type { Translated } from "../translated";

export const linkage: Translated<typeof source> = {
  title: "linkage",
};
