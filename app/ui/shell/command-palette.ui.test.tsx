import { createRemixStub } from "@remix-run/testing";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { CommandPalette } from "./command-palette";
import type { NavigationItem } from "./navigation";

const items: NavigationItem[] = [
  { to: "/home", icon: "home", word: "home", group: "main" },
  { to: "/accounts", icon: "building", word: "accounts", group: "main" },
];

beforeEach(() => {
  // The test browser knows no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  vi.stubGlobal(
    "fetch",
    vi.fn(() =>
      Promise.resolve(Response.json([{ id: "1", number: "A-7", name: "Nordwind", detail: "North" }])),
    ),
  );
});
afterEach(() => vi.unstubAllGlobals());

function show() {
  const place = (path: string) => ({
    path,
    Component: () => (
      <>
        <p>at {path}</p>
        <CommandPalette items={items} />
      </>
    ),
  });
  const Stub = createRemixStub([place("/"), place("/accounts"), place("/accounts/:id")]);
  render(
    <I18nextProvider i18n={createI18n("en", en)}>
      <Stub />
    </I18nextProvider>,
  );
  fireEvent.keyDown(document, { key: "k", ctrlKey: true });
  return screen.getByRole("combobox", { name: "Go to" });
}

it("opens with Ctrl+K and goes to a page by its name", async () => {
  const field = show();
  fireEvent.change(field, { target: { value: "acc" } });
  fireEvent.keyDown(field, { key: "Enter" });
  await screen.findByText("at /accounts");
});

it("looks accounts up, but no people for whoever has no list of them", async () => {
  const field = show();
  fireEvent.change(field, { target: { value: "nord" } });
  await screen.findByRole("option", { name: /Nordwind/ });
  expect(vi.mocked(fetch).mock.calls.map(([address]) => address)).toEqual(["/lookup/accounts?q=nord"]);
  fireEvent.keyDown(field, { key: "Enter" });
  await screen.findByText("at /accounts/:id");
});

it("leaves Enter during an input-method composition to the composition", async () => {
  const field = show();
  fireEvent.change(field, { target: { value: "acc" } });
  fireEvent.keyDown(field, { key: "Enter", isComposing: true, keyCode: 229 });
  await waitFor(() => expect(screen.queryByText("at /accounts")).toBeNull());
});
