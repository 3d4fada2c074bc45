import { z } from "zod";

export const savedViewLists = ["accounts", "employees"] as const;
export type SavedViewList = (typeof savedViewLists)[number];

/** Not part of a view: the page it was on, and what a form said. */
const passing: ReadonlySet<string> = new Set(["at", "saved", "done"]);

export const savedViewForm = z.object({
  list: z.enum(savedViewLists),
  name: z
    .string()
    .transform((text) => text.replace(/\p{Cc}/gu, " ").trim())
    .pipe(z.string().min(1, "required").max(60, 'tooLong:{"max":60}')),
  query: z
    .string()
    .max(2_000, "invalid")
    .transform((text) => {
      const params = new URLSearchParams(text.replace(/\p{Cc}/gu, ""));
      return new URLSearchParams([...params].filter(([name]) => !passing.has(name))).toString();
    }),
});
export type SavedViewEntry = z.output<typeof savedViewForm>;
