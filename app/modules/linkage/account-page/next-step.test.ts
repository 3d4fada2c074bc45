import { describe, expect, it } from "vitest";
import { nextStep } from "./next-step";

const all = { write: true, assign: true };

describe("nextStep", () => {
  it("asks for an owner before anything else", () => {
    expect(nextStep("a", ["satisfaction_falling", "no_owner"], all)).toEqual({
      reason: "no_owner",
      act: "assign",
      to: "/accounts/a/assign",
    });
  });

  it("passes over what the reader may not do", () => {
    expect(nextStep("a", ["no_owner", "no_contact"], { write: true, assign: false }).act).toBe("call");
    expect(nextStep("a", ["no_contact"], { write: false, assign: false }).reason).toBe("none");
  });

  it("leaves out a reason it does not know", () => {
    expect(nextStep("a", ["made_up"], all).reason).toBe("none");
  });
});
