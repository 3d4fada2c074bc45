/** The studies as a reader meets them: with answers, without any, and with a reason why. */
import { createRemixStub } from "@remix-run/testing";
import { fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import type { Locale } from "~/i18n/locales";
import { zh } from "~/i18n/zh";
import type { Role } from "~/modules/access/roles";
import { buildStudyResults } from "../../../../../tests/builders/study-results";
import { readForestFilters } from "../../drivers/ui/forest-filters";
import { prepareForest } from "../../drivers/ui/prepare-forest";
import type { StudyHead } from "../find-study.server";
import type { StudyFrame } from "../get-study-frame.server";
import { prepareContrasts } from "../prepare-contrasts";
import { accountsByCause, prepareHandovers } from "../prepare-handovers";
import { prepareImportance } from "../prepare-importance";
import { prepareLeaving } from "../prepare-leaving";
import { prepareRetention } from "../prepare-retention";
import { prepareTeams } from "../prepare-teams";
import { HandoversPage } from "./handovers-page";
import { ImportancePage } from "./importance-page";
import { LeavingPage } from "./leaving-page";
import { RetentionPage } from "./retention-page";
import { TeamsPage } from "./teams-page";

const frame: StudyFrame = {
  run: { finished: null, isBehind: false, active: null, failure: null },
  timeZone: "Europe/Berlin",
  canRun: false,
};
const head: StudyHead = {
  asOf: "2026-10-31",
  accounts: 1_486,
  employees: 117,
  from: "2023-11-01",
  to: "2026-10-01",
  refused: null,
};
const units = ["a", "b", "c", "d"].map((id) => ({ id, name: `Team ${id}` }));
const results = new Map(buildStudyResults(units).map((result) => [result.spec, result]));

const pages: Readonly<Record<string, (of: StudyHead | null) => ReactElement>> = {
  handovers: (of) => (
    <HandoversPage
      frame={frame}
      study={{
        head: of,
        cause: "departure",
        accountsByCause: accountsByCause(results.get("handovers")!),
        outcomes: prepareHandovers(results.get("handovers")!, "departure").map((outcome) => ({
          ...outcome,
          heldEqual: null,
        })),
        contrasts: prepareContrasts(results.get("handovers")!.handoverContrasts),
        maySeeList: true,
      }}
    />
  ),
  retention: (of) => (
    <RetentionPage
      frame={frame}
      study={{ head: of, groupings: prepareRetention(results.get("retention")!.retention) }}
    />
  ),
  importance: (of) => (
    <ImportancePage
      frame={frame}
      study={{
        head: of,
        importance: prepareImportance(results.get("importance")!.importance!),
        rows: 31_204,
      }}
    />
  ),
  teams: (of) => (
    <TeamsPage
      frame={frame}
      study={{
        head: of,
        teams: prepareTeams(results.get("teams")!.teams, "satisfaction", new Set(["a", "b"])),
        outcomes: ["satisfaction", "revenue"],
        isWholeCompany: false,
        apart: { names: [], count: 0 },
        page: { number: 1, pages: 1, total: 2, first: 1 },
      }}
    />
  ),
  leaving: (of) => (
    <LeavingPage
      frame={frame}
      study={{
        head: of,
        leaving: prepareLeaving(results.get("leaving")!.leaving!),
        predictors: prepareForest([results.get("leaving")!], readForestFilters(new URLSearchParams())).groups,
      }}
    />
  ),
};
const names = Object.keys(pages);

async function show(
  name: string,
  { of = head, locale = "en", role = "hr" }: { of?: StudyHead | null; locale?: Locale; role?: Role } = {},
) {
  const Stub = createRemixStub([
    {
      id: "routes/_app",
      path: "/",
      loader: () => ({ user: { roles: [role] } }),
      Component: () => pages[name]!(of),
    },
  ]);
  render(
    <I18nextProvider i18n={createI18n(locale, locale === "en" ? en : zh)}>
      <Stub />
    </I18nextProvider>,
  );
  await screen.findByRole("heading", { level: 1 });
}

describe.each(names)("the page of %s", (name) => {
  it.each(["en", "zh"] as const)("is whole in %s", async (locale) => {
    await show(name, { locale });
    const text = document.body.textContent ?? "";
    expect(text).not.toMatch(/studies\.|drivers\.|undefined|NaN|\{\{/);
    for (const drawing of screen.queryAllByRole("img"))
      expect(drawing.getAttribute("aria-label")).toBeTruthy();
  });

  it("says that nothing was worked out yet, and where to begin", async () => {
    await show(name, { of: null });
    expect(screen.getByText(en.studies.noneYet)).toBeTruthy();
    expect(screen.getByRole("link", { name: en.studies.toDrivers }).getAttribute("href")).toBe("/drivers");
    expect(screen.queryByRole("figure")).toBeNull();
  });

  it("says why there is no answer, with what to import or whom to ask", async () => {
    const refused = { ...head, refused: { code: "no_departures", detail: {} } } as const;
    await show(name, { of: refused });
    expect(screen.getByText(en.drivers.refused.no_departures)).toBeTruthy();
    expect(
      screen.getByRole("link", { name: en.drivers.remedy.no_departures }).getAttribute("href"),
    ).toContain("/import");
    expect(screen.queryByRole("figure")).toBeNull();
  });
});

it("has each chart as a table too", async () => {
  await show("handovers");
  const [first] = screen.getAllByRole("link", { name: en.common.action.showTable });
  fireEvent.click(first!);
  expect(
    screen.getByRole("region", { name: en.studies.handovers.question.satisfaction }).querySelectorAll("tr"),
  ).toHaveLength(11);
});

it("gives each chart as a file with the exact figures", async () => {
  await show("teams");
  const [file] = screen.getAllByRole("link", { name: "CSV" });
  const text = decodeURIComponent(file?.getAttribute("href") ?? "");
  expect(text).toContain("Team a,");
  expect(text).not.toMatch(/Team [cd]/);
});
