import type { TFunction } from "i18next";

interface CsvColumn {
  readonly key: string;
  readonly header: string;
}

/** What a column of the list becomes in a file: single values without units in the cells, whose unit the header names. */
export function csvColumns(shown: readonly string[], t: TFunction, currency: string): CsvColumn[] {
  const word = (key: CsvKey) => t(`people.list.column.${key}`);
  return shown.flatMap((key): CsvColumn[] => {
    switch (key) {
      case "name":
        return [
          { key: "number", header: word("number") },
          { key: "name", header: word("name") },
        ];
      case "status":
        return [
          { key: "status", header: word("status") },
          { key: "left", header: word("left") },
        ];
      case "revenue":
        return [{ key, header: `${word("revenue")} (${currency})` }];
      case "csat":
        return [
          { key, header: word("csat") },
          { key: "csatN", header: word("csatN") },
        ];
      default:
        return [{ key, header: word(key as CsvKey) }];
    }
  });
}

type CsvKey =
  | "number"
  | "name"
  | "status"
  | "left"
  | "revenue"
  | "csat"
  | "csatN"
  | "job"
  | "unit"
  | "manager"
  | "hired"
  | "tenure"
  | "fte"
  | "training"
  | "accounts"
  | "served"
  | "workload"
  | "lost";
