import { describe, expect, it } from "vitest";
import { statusOn } from "./employee";
import { tenureMonths } from "./tenure";

const from = (hiredOn: string, leftOn: string | null = null) => ({ hiredOn, leftOn });

describe("tenure", () => {
  it("17 Jul 2023 to 31 Oct 2026 is 39 months: the 40th ends on 17 Nov", () => {
    expect(tenureMonths(from("2023-07-17"), "2026-10-31")).toBe(39);
  });
  it("31 Jan to 28 Feb is 1 month: a shorter month's last day counts as reached", () => {
    expect(tenureMonths(from("2026-01-31"), "2026-02-28")).toBe(1);
  });
  it("the day of joining is 0 months, the day before has none", () => {
    expect(tenureMonths(from("2026-03-01"), "2026-03-01")).toBe(0);
    expect(tenureMonths(from("2026-03-01"), "2026-02-28")).toBeNull();
  });
  it("stops on leaving: 1 Jan to 1 Jul is 6 months however late one looks", () => {
    expect(tenureMonths(from("2026-01-01", "2026-07-01"), "2026-12-31")).toBe(6);
  });
});

describe("status", () => {
  it("is left from the day that leftOn names and active the day before", () => {
    expect(statusOn(from("2024-01-01", "2026-07-01"), "2026-07-01")).toBe("left");
    expect(statusOn(from("2024-01-01", "2026-07-01"), "2026-06-30")).toBe("active");
    expect(statusOn(from("2026-08-01"), "2026-07-01")).toBe("joining");
  });
});
