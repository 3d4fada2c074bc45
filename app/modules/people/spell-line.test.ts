import { expect, it } from "vitest";
import { joinSpells } from "./spell-line";

const spell = (startsOn: string, endsOn: string | null, jobTitle = "Account manager") => ({
  id: startsOn,
  startsOn,
  endsOn,
  unit: "North",
  jobTitle,
  manager: null,
  fte: 1,
});

it("a rise on 1 January joins two spells into one, so that its day does not show", () => {
  const lines = joinSpells([spell("2026-01-01", null), spell("2024-05-01", "2026-01-01")]);
  expect(lines).toEqual([{ ...spell("2024-05-01", null), id: "2024-05-01" }]);
});

it("keeps what differs and what a gap separates", () => {
  const lines = [
    spell("2026-01-01", null, "Lead"),
    spell("2025-01-01", "2026-01-01"),
    spell("2023-01-01", "2024-01-01"),
  ];
  expect(joinSpells(lines)).toHaveLength(3);
});
