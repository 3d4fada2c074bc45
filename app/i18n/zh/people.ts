import type { people as source } from "../en/people";
import type { Translated } from "../translated";

export const people: Translated<typeof source> = {
  title: "people",
};
