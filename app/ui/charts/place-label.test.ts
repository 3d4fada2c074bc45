import { describe, expect, it } from "vitest";
import { placeLabel, textWidth } from "./place-label";

const flat = (y: number) => [
  { x: 0, y },
  { x: 400, y },
];

describe("a label at the end of a curve", () => {
  it("stands beside it where nothing else is", () => {
    expect(placeLabel({ x: 100, y: 50 }, 80, [], 200)).toBe(50);
    expect(placeLabel({ x: 100, y: 50 }, 80, [flat(120)], 200)).toBe(50);
  });

  it("gives way to a line that runs through it, upwards first", () => {
    expect(placeLabel({ x: 100, y: 50 }, 80, [flat(52)], 200)).toBe(36);
    expect(placeLabel({ x: 100, y: 50 }, 80, [flat(52), flat(36)], 200)).toBe(66);
  });

  it("sees a step that falls through it", () => {
    const falling = [
      { x: 0, y: 30 },
      { x: 140, y: 90 },
      { x: 400, y: 90 },
    ];
    expect(placeLabel({ x: 100, y: 50 }, 80, [falling], 200)).toBe(12);
  });

  it("stays within the drawing", () => {
    expect(placeLabel({ x: 100, y: 10 }, 80, [flat(10)], 200)).toBe(26);
  });

  it("is as wide as its signs", () => {
    expect(textWidth("6 个月")).toBeCloseTo(2 * 6.8 + 2 * 12);
  });
});
