import { expect, it } from "vitest";
import { thinRows } from "./thin-rows";

const account = Int32Array.from([0, 0, 1, 1, 2, 2, 3, 3]);
const rows = Int32Array.from(account.keys());

it("keeps all rows where they are few enough", () => {
  expect(thinRows({ account }, rows, 8)).toBe(rows);
});

it("takes every second account whole where eight rows are to be four", () => {
  expect([...thinRows({ account }, rows, 4)]).toEqual([0, 1, 4, 5]);
});
