import { useTranslation } from "react-i18next";
import type { DataColumn } from "~/ui/tables/data-table";

interface Version {
  readonly version: number;
  readonly publishedBy: string | null;
  readonly note: string | null;
}

/** What every list of published versions says: which, by whom, why. */
export function useVersionColumns() {
  const { t } = useTranslation();
  return {
    version: <Row extends Version>(): DataColumn<Row> => ({
      key: "version",
      header: t("money.rule.version"),
      cell: ({ version }) => version,
    }),
    publishedBy: <Row extends Version>(): DataColumn<Row> => ({
      key: "publishedBy",
      header: t("money.rule.publishedBy"),
      cell: ({ publishedBy }) => publishedBy ?? t("money.rule.builtInShort"),
    }),
    note: <Row extends Version>(): DataColumn<Row> => ({
      key: "note",
      header: t("money.rule.field.note"),
      cell: ({ note }) => note ?? "",
    }),
  };
}
