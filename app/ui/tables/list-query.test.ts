import { describe, expect, it } from "vitest";
import { hrefWith, readChoice, readId, readSort, readText } from "./list-query";

const params = (text: string) => new URLSearchParams(text);

describe("list query", () => {
  it("reads a sort that is offered and falls back for one that is not", () => {
    const fallback = { name: "name", isDescending: false } as const;
    expect(readSort(params("sort=-tenure"), ["name", "tenure"], fallback)).toEqual({
      name: "tenure",
      isDescending: true,
    });
    expect(readSort(params("sort=salary"), ["name", "tenure"], fallback)).toEqual(fallback);
  });

  it("takes control characters out of text, so that NUL never reaches the database", () => {
    expect(readText(params("q=a%00b%0A"), "q")).toBe("a b");
    expect(readText(params("q=%20"), "q")).toBeNull();
  });

  it("refuses what is no id and what is not offered", () => {
    expect(readId(params("unit=1%20or%201"), "unit")).toBeNull();
    expect(readChoice(params("status=fired"), "status", ["active", "left"])).toBeNull();
  });

  it("drops the cursor when anything else changes, and empty parameters always", () => {
    expect(hrefWith(params("q=a&at=xyz&unit="), { sort: "-name" })).toBe("?q=a&sort=-name");
    expect(hrefWith(params("q=a"), { at: "xyz" })).toBe("?q=a&at=xyz");
    expect(hrefWith(params("q=a"), { q: null })).toBe("?");
    expect(hrefWith(params(""), { columns: ["a", "b"] })).toBe("?columns=a&columns=b");
  });
});
