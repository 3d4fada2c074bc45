import { createRemixStub } from "@remix-run/testing";
import { render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import type { RunState } from "../run-state";
import { RunStatus } from "./run-status";

const finished = {
  id: "1",
  asOf: "2026-11-01",
  finishedAt: "2026-11-01T01:14:00.000Z",
  accountMonths: 38_912,
};
const idle: RunState = { finished, isBehind: false, active: null, failure: null };
const active = {
  status: "running",
  progress: 0.4,
  currentSpec: "churn",
  requestedBy: null,
  isStuck: false,
} as const;

const i18n = createI18n("en", en);

function show(state: Partial<RunState>, canRun = true) {
  const Stub = createRemixStub([
    {
      path: "/",
      Component: () => <RunStatus state={{ ...idle, ...state }} timeZone="Europe/Berlin" canRun={canRun} />,
    },
  ]);
  return render(
    <I18nextProvider i18n={i18n}>
      <Stub />
    </I18nextProvider>,
  );
}

describe("the state of the computation", () => {
  it("says when it was and from how much, in the company's zone", () => {
    const { container } = show({});
    expect(container.textContent).toContain("1 Nov 2026, 02:14");
    expect(container.textContent).toContain("38,912 account-months");
  });

  it("says that the data has changed since, and how to compute anew", () => {
    show({ isBehind: true });
    expect(screen.getByText("The data has changed since")).toBeTruthy();
    const button = screen.getByRole("button", { name: "Compute now" });
    expect(button.closest("form")?.getAttribute("action")).toBe("/drivers/run");
  });

  it("shows how far it is, and no button while it runs", () => {
    show({ active });
    expect(screen.getByRole("progressbar").getAttribute("value")).toBe("0.4");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("has no button for whoever may not ask", () => {
    show({ isBehind: true }, false);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("says in words why the last one failed, and that nothing takes a request up", () => {
    show({ failure: { error: "out_of_memory", at: null } });
    expect(screen.getByRole("alert").textContent).toContain("more memory");
    show({ failure: { error: "no panel.", at: null } });
    expect(screen.getAllByRole("alert")[1]?.textContent).toContain("It said: no panel. It is tried again");
    show({ active: { ...active, status: "waiting", isStuck: true } });
    expect(screen.getByText(/nothing has begun it/)).toBeTruthy();
  });

  it("says that there is none yet", () => {
    show({ finished: null });
    expect(screen.getByText("Not computed yet")).toBeTruthy();
  });
});
