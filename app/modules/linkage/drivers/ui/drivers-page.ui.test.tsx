/** The forest as a reader meets it: by keyboard, with a result open beside it, and with what is missing. */
import { Outlet, useParams, useSearchParams } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import type { Locale } from "~/i18n/locales";
import { zh } from "~/i18n/zh";
import type { Role } from "~/modules/access/roles";
import {
  buildRefusedEffect,
  buildRunResults,
  buildSpecResult,
} from "../../../../../tests/builders/driver-results";
import type { SpecResult } from "../result";
import { DriverPanel } from "./driver-panel";
import { DriversPage } from "./drivers-page";
import { readForestFilters } from "./forest-filters";
import { missingData } from "./missing-data";
import { prepareDriverDetail } from "./prepare-driver-detail";
import { effectsOf, forestEffects, prepareForest } from "./prepare-forest";

interface Parts {
  readonly at?: string;
  readonly role?: Role;
  readonly locale?: Locale;
  readonly results?: readonly SpecResult[];
}

function show({
  at = "/drivers",
  role = "leadership",
  locale = "en",
  results = buildRunResults(),
}: Parts = {}) {
  function Page() {
    const [params] = useSearchParams();
    const { key } = useParams();
    const filters = readForestFilters(params);
    const forest = prepareForest(results, filters);
    return (
      <DriversPage
        page={{
          state: {
            finished: {
              id: "1",
              asOf: "2026-10-31",
              finishedAt: "2026-11-01T01:14:00Z",
              accountMonths: 38_912,
            },
            isBehind: false,
            active: null,
            failure: null,
          },
          canRun: false,
          timeZone: "Europe/Berlin",
          filters,
          forest,
          table: filters.isTable ? effectsOf(forest, results) : null,
          hasPrevious: false,
          span: { accounts: 1_486, from: "2023-11-01", to: "2026-10-01" },
          missing: missingData(results),
          falseDiscoveryRate: 0.05,
          offered: {
            outcomes: [...new Set(forestEffects(results).map(({ outcome }) => outcome))],
            grades: ["A", "B", "C"],
          },
        }}
        params={params}
        openKey={key ?? null}
      >
        <Outlet />
      </DriversPage>
    );
  }
  function Panel() {
    const detail = prepareDriverDetail(useParams()["key"] ?? "", results, []);
    return detail && <DriverPanel detail={detail} timeZone="Europe/Berlin" search="" />;
  }
  const Stub = createRemixStub([
    {
      id: "routes/_app",
      path: "/",
      loader: () => ({ user: { roles: [role] } }),
      Component: Outlet,
      children: [
        { path: "drivers", Component: Page, children: [{ path: ":key", Component: Panel }] },
        { path: "*", Component: () => null },
      ],
    },
  ]);
  const messages = { en, zh }[locale];
  return render(
    <I18nextProvider i18n={createI18n(locale, messages)}>
      <Stub
        initialEntries={[at]}
        hydrationData={{ loaderData: { "routes/_app": { user: { roles: [role] } } } }}
        future={{ v3_singleFetch: false } as never}
      />
    </I18nextProvider>,
  );
}

const rowOf = (name: string) =>
  screen.getAllByText(name, { selector: "a[data-row-link]" })[0]!.closest("li")!;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe("the drivers page", () => {
  it("shows findings, nulls and refusals, each in its place and in words", async () => {
    show();
    await screen.findByRole("heading", { name: "Drivers" });
    const nothing = rowOf("Values alignment");
    expect(nothing.textContent).toContain("No link found. This study could have seen 0.07");
    expect(nothing.querySelector('[fill="url(#forest-hatch)"]')).not.toBeNull();
    const refused = rowOf("Service orientation at hiring");
    expect(refused.textContent).toContain("No service-orientation scores from hiring are recorded yet.");
    expect(refused.querySelector("circle")).toBeNull();
    const few = rowOf("Pay against colleagues");
    expect(few.textContent).toContain("Too few to judge.");
    expect(few.textContent).toContain("no interval");
    expect(few.textContent).not.toMatch(/ to \+/);
    expect(screen.getByText(/of 15 tests found nothing; false-discovery rate 5/)).toBeTruthy();
  });

  it("walks by j and k, opens by Enter, closes by Escape and gives the focus back", async () => {
    show();
    await screen.findByRole("heading", { name: "Drivers" });
    press("j");
    press("j");
    press("k");
    const first = document.activeElement as HTMLAnchorElement;
    expect(first.pathname).toBe("/drivers/handovers.departure_handover_0_2");
    fireEvent.click(first); // what Enter does to a link
    const panel = await screen.findByRole("complementary");
    expect(within(panel).getAllByText(/Callaway–Sant’Anna event study/).length).toBeGreaterThan(0);
    await waitFor(() => expect(document.activeElement?.id).toBe("driver-title"));
    press("Escape");
    await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
    expect((document.activeElement as HTMLAnchorElement).pathname).toBe(first.pathname);
  });

  it("leaves keys alone while somebody writes in an input method", async () => {
    show({ at: "/drivers/satisfaction.training" });
    await screen.findByRole("complementary");
    fireEvent.keyDown(document.body, { key: "Escape", isComposing: true });
    expect(screen.getByRole("complementary")).toBeTruthy();
  });

  it("puts simpler estimates beside ours", async () => {
    show({ at: "/drivers/satisfaction.training" });
    const panel = await screen.findByRole("complementary");
    expect(within(panel).getByText("What a simple report would have said")).toBeTruthy();
    expect(within(panel).getByText("All rows at once")).toBeTruthy();
    expect(within(panel).getByText("Without employee effects")).toBeTruthy();
  });

  it("offers the import to whoever may run it, and says whom to ask to all others", async () => {
    show({ role: "hr" });
    const link = await screen.findAllByRole("link", { name: "Import hires with their scores" });
    expect(link[0]?.getAttribute("href")).toBe("/import?kind=employees");
  });

  it("says whom to ask where the reader may not import", async () => {
    show({ role: "sales_manager" });
    expect((await screen.findAllByText("Ask HR to import it.")).length).toBeGreaterThan(0);
    expect(screen.queryByRole("link", { name: "Import hires with their scores" })).toBeNull();
  });

  it("stands with nothing but refusals, and lists what is missing in order", async () => {
    const nothing = ["training", "workload", "engagement"].map((exposure) =>
      buildRefusedEffect({ exposure, code: exposure === "engagement" ? "no_survey" : "no_answers" }),
    );
    show({
      results: [
        buildSpecResult({
          spec: "satisfaction",
          effects: nothing,
          refused: { code: "no_answers", detail: {} },
        }),
      ],
    });
    const list = (await screen.findByText("What is missing, in the order in which it helps")).closest(
      "section",
    )!;
    expect([...list.querySelectorAll("tr td:first-child")].map((cell) => cell.textContent)).toEqual([
      "No customer has answered a satisfaction question yet.",
      "No employee survey is recorded yet.",
    ]);
  });

  it("gives the same rows as a table of figures", async () => {
    show({ at: "/drivers?view=table&outcome=churn" });
    const table = await screen.findByRole("table", { name: "Drivers" });
    const rows = within(table).getAllByRole("row").slice(1);
    expect(rows).toHaveLength(4);
    expect(rows[0]!.textContent).toContain("+3.4");
  });

  it("says it in Chinese", async () => {
    show({ locale: "zh" });
    await screen.findByRole("heading", { name: "驱动因素" });
    expect(rowOf("培训").textContent).toContain("多培训 10 小时之后，满意度高 0.04 分。");
  });
});
