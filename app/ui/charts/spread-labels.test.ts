import { describe, expect, it } from "vitest";
import { spreadLabels } from "./spread-labels";

describe("labels at the ends of lines", () => {
  it("stay where they do not touch", () => {
    expect(spreadLabels([40, 10], 15)).toEqual([40, 10]);
  });

  it("are pushed down in their own order", () => {
    expect(spreadLabels([12, 10, 11], 15)).toEqual([40, 10, 25]);
  });

  it("are pushed up from the floor", () => {
    expect(spreadLabels([95, 98], 15, 100)).toEqual([85, 100]);
  });
});
