import { z } from "zod";
import { optionalLine, requiredLine } from "./account";

/** A person at the customer. E-mail tells two of the same name apart, and is what imports know them by. */
export const contactForm = z.object({
  name: requiredLine(200),
  email: optionalLine(254).refine(
    (text) => text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    "email",
  ),
  phone: optionalLine(60),
  jobTitle: optionalLine(120),
});
export type ContactInput = z.output<typeof contactForm>;
