import { describe, expect, it } from "vitest";
import { suggestSuccessors, workloadAfter } from "./suggest-successors";

const load = (id: string, options = {}) => ({
  id,
  isOwner: true,
  employeeId: "leaver",
  alreadyHeldBy: [],
  ...options,
});
const rossi = { id: "rossi", accountsOwned: 10, fte: 1 };
const novak = { id: "novak", accountsOwned: 6, fte: 0.5 };

describe("suggestSuccessors", () => {
  it("gives the first two to Rossi: (10+1)/1 = 11 < (6+1)/0.5 = 14, then 12 < 14", () => {
    expect([...suggestSuccessors([load("a"), load("b")], [rossi, novak])]).toEqual([
      ["a", "rossi"],
      ["b", "rossi"],
    ]);
  });

  it("does not give an account to somebody who has it already, nor back to the one who hands it over", () => {
    const suggestion = suggestSuccessors(
      [load("a", { alreadyHeldBy: ["rossi"] }), load("b", { employeeId: "rossi", alreadyHeldBy: ["novak"] })],
      [rossi, novak],
    );
    expect([...suggestion]).toEqual([
      ["a", "novak"],
      ["b", null],
    ]);
  });

  it("counts a service role as no account of its own: Rossi stays at 10", () => {
    const suggestion = suggestSuccessors(
      [load("a", { isOwner: false }), load("b", { isOwner: false })],
      [rossi, { ...novak, accountsOwned: 5.2 }],
    );
    expect(new Set(suggestion.values())).toEqual(new Set(["rossi"]));
  });
});

describe("workloadAfter", () => {
  it("adds 2 to 10 and leaves what is not chosen: 12 and 6", () => {
    const after = workloadAfter([load("a"), load("b"), load("c")], [rossi, novak], {
      a: "rossi",
      b: "rossi",
      c: null,
    });
    expect([...after]).toEqual([
      ["rossi", 12],
      ["novak", 6],
    ]);
  });

  it("takes one from a colleague who hands over: 10 − 1 and 6 + 1", () => {
    const after = workloadAfter([load("a", { employeeId: "rossi" })], [rossi, novak], { a: "novak" });
    expect([...after]).toEqual([
      ["rossi", 9],
      ["novak", 7],
    ]);
  });
});
