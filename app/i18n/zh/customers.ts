import type { customers as source } from "../en/customers";
import type { Translated } from "../translated";

export const customers: Translated<typeof source> = {
  title: "customers",
};
