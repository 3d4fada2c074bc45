import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it, vi } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { LookupField } from "./lookup-field";

const match = { id: "1", number: "E-0137", name: "Elena Novak", detail: "Account manager, North" };

function show(onSubmit = vi.fn()) {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => Promise.resolve(Response.json([match]))),
  );
  render(
    <I18nextProvider i18n={createI18n("en", en)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <LookupField source="employees" name="managerNumber" label="Manager" defaultValue="" />
      </form>
    </I18nextProvider>,
  );
  return screen.getByRole<HTMLInputElement>("combobox", { name: "Manager" });
}

afterEach(() => vi.unstubAllGlobals());

it("puts the number of the picked person into the field", async () => {
  const field = show();
  fireEvent.change(field, { target: { value: "nov" } });
  fireEvent.click(await screen.findByRole("option", { name: /Elena Novak/ }));
  expect(field.value).toBe("E-0137");
  await waitFor(() => expect(field.getAttribute("aria-expanded")).toBe("false"));
});

it("picks by arrow and Enter without submitting the form", async () => {
  const onSubmit = vi.fn();
  const field = show(onSubmit);
  fireEvent.change(field, { target: { value: "nov" } });
  await screen.findByRole("option", { name: /Elena Novak/ });
  fireEvent.keyDown(field, { key: "ArrowDown" });
  expect(fireEvent.keyDown(field, { key: "Enter" })).toBe(false);
  expect(field.value).toBe("E-0137");
  expect(onSubmit).not.toHaveBeenCalled();
});

it("leaves Enter during an input-method composition to the composition", () => {
  const field = show();
  expect(fireEvent.keyDown(field, { key: "Enter", isComposing: true, keyCode: 229 })).toBe(false);
});
