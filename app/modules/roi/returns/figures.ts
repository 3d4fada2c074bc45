/** What can be opened: each leads to its formula, its inputs and the rows behind it. */
export const returnFigures = [
  "cost",
  "customers",
  "people",
  "net",
  "roi",
  "payback",
  "chance",
  "left-out",
] as const;
export type ReturnFigure = (typeof returnFigures)[number];

export const figureWord = {
  cost: "cost",
  customers: "customers",
  people: "people",
  net: "net",
  roi: "roi",
  payback: "payback",
  chance: "chance",
  "left-out": "leftOut",
} as const satisfies Record<ReturnFigure, string>;

export function isReturnFigure(text: string): text is ReturnFigure {
  return (returnFigures as readonly string[]).includes(text);
}
