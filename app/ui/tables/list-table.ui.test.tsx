import { createRemixStub } from "@remix-run/testing";
import { render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { type ListColumn, ListTable } from "./list-table";

interface Row {
  readonly id: string;
  readonly revenue: string;
}

const name: ListColumn<Row> = { key: "name", header: "Account", isFixed: true, cell: (row) => row.id };
const months: ListColumn<Row> = { key: "months", header: "Months", cell: () => "7" };
const revenue: ListColumn<Row> = {
  key: "revenue",
  header: "Revenue",
  isNumber: true,
  phone: { line: 2, before: "Revenue", after: "k€" },
  cell: (row) => row.revenue,
};
const since: ListColumn<Row> = { key: "since", header: "Since", isExtra: true, cell: () => "2021" };

async function cellsOf(columns: readonly ListColumn<Row>[]): Promise<HTMLElement[]> {
  const Stub = createRemixStub([
    {
      path: "/",
      Component: () => (
        <ListTable
          label="Accounts"
          columns={columns}
          rows={[{ id: "Mill", revenue: "418" }]}
          rowKey={(row) => row.id}
          params={new URLSearchParams()}
          sort={{ name: "name", isDescending: false }}
          next={null}
          previous={null}
        />
      ),
    },
  ]);
  render(
    <I18nextProvider i18n={createI18n("en", en)}>
      <Stub />
    </I18nextProvider>,
  );
  return screen.findAllByRole("cell");
}

describe("a row on a phone", () => {
  it("has its figures on the second line, in words, and what was chosen besides on lines of their own", async () => {
    const lines = (await cellsOf([name, months, revenue, since])).map(({ dataset }) => [
      dataset["line"],
      dataset["before"],
      dataset["after"],
    ]);
    expect(lines).toEqual([
      ["name", undefined, undefined],
      [undefined, undefined, undefined],
      ["2", "Revenue", "k€"],
      ["3", "Since", undefined],
    ]);
  });

  it("stays a table's where no column says how to fold", async () => {
    const [first, last] = await cellsOf([name, since]);
    expect(first?.closest("[data-folds]")).toBeNull();
    expect(last?.dataset["line"]).toBeUndefined();
  });
});
