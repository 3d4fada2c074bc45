/** What each route file asks of whoever calls it. A file that is not named here fails the test. */

import type { Capability } from "../../app/modules/access/capabilities";
import type { Role } from "../../app/modules/access/roles";

/** A capability, anybody who is signed in, or everybody; null where there is no such handler. */
export type Rule = Capability | "signed in" | "everybody" | null;

export interface RouteRule {
  readonly load: Rule;
  readonly act: Rule;
  /** Query that makes the page show something. */
  readonly query?: string;
  /** Which person or account the id names, where any would not do. */
  readonly subject?: "leaver";
  /** Sends people on instead of answering: everybody, or these. */
  readonly redirects?: true | readonly Role[];
}

const reads = (load: Rule, more: Partial<RouteRule> = {}): RouteRule => ({ load, act: null, ...more });
const form = (rule: Rule, more: Partial<RouteRule> = {}): RouteRule => ({ load: rule, act: rule, ...more });

export const routeRules: Readonly<Record<string, RouteRule>> = {
  "_app._index": reads("signed in", { redirects: true }),
  _app: reads("signed in", { redirects: true }),
  "_app.profile": form("signed in"),
  "_app.search": reads("signed in", { query: "q=a" }),
  "_app.home._index": reads("everybody", { redirects: true }),
  "_app.home.hr": reads("home.hr"),
  "_app.home.sales": reads("home.sales"),
  "_app.home.leadership": reads("home.leadership"),

  "_app.accounts._index": reads("customers.read"),
  "_app.accounts.$accountId": reads("customers.read"),
  "_app.accounts.$accountId._index": reads("customers.read"),
  "_app.accounts.$accountId.cases": reads("customers.read"),
  "_app.accounts.$accountId.contacts": reads("customers.read"),
  "_app.accounts.$accountId.history": reads("customers.read"),
  "_app.accounts.$accountId.satisfaction": reads("customers.read"),
  "_app.accounts.$accountId.team": reads("customers.read"),
  "_app.accounts.$accountId.timeline": reads("customers.read"),
  "_app.accounts_.new": form("customers.write"),
  "_app.accounts_.$accountId.edit": form("customers.write"),
  "_app.accounts_.$accountId.churn": form("customers.write"),
  "_app.accounts_.$accountId.log": form("customers.write"),
  "_app.accounts_.$accountId.cases.new": form("customers.write"),
  "_app.accounts_.$accountId.cases.$caseId": form("customers.write"),
  "_app.accounts_.$accountId.contacts.new": form("customers.write"),
  "_app.accounts_.$accountId.contacts.$contactId": form("customers.write"),
  "_app.accounts_.$accountId.satisfaction.new": form("customers.write"),
  "_app.accounts_.$accountId.assign": form("assignments.write"),
  "_app.accounts_.$accountId.assignments.$assignmentId": form("assignments.write"),
  "accounts[.]csv": reads("customers.read"),
  "lookup.accounts": reads("customers.read", { query: "q=a" }),

  // There is one record that an employee reads.
  "_app.employees._index": reads("people.read", { redirects: ["employee"] }),
  "_app.employees.$id": reads("people.read"),
  "_app.employees.$id._index": reads("people.read"),
  "_app.employees.$id.accounts": reads("people.read"),
  "_app.employees.$id.costs": reads("pay.read"),
  "_app.employees.$id.history": reads("people.read"),
  "_app.employees.$id.leave-impact": reads("leaving.impact"),
  "_app.employees.$id.training": reads("people.read"),
  "_app.employees.new": form("people.write"),
  "_app.employees.$id_.change": form("people.write"),
  "_app.employees.$id_.costs.new": form("pay.write"),
  "_app.employees.$id_.depart": form("people.write"),
  "_app.employees.$id_.edit": form("people.write"),
  "_app.employees.$id_.reinstate": form("people.write", { subject: "leaver" }),
  "_app.employees.$id_.training.new": form("people.write"),
  "employees[.]csv": reads("people.read"),
  "employees.$id.costs[.]csv": reads("pay.read"),
  "lookup.employees": reads("people.read", { query: "q=a" }),

  "_app.handovers._index": reads("assignments.write"),
  "_app.handovers.new": form("assignments.write", { query: "account=$accountId" }),

  "drivers.run": { load: "everybody", act: "drivers.run", redirects: true },
  "drivers.status": reads("drivers.read"),

  "_app.panel": reads("drivers.read"),
  "_app.drivers": reads("drivers.read", { query: "compare=last" }),
  "_app.drivers.$key": reads("drivers.read"),
  "_app.drivers_.$key.rows": reads("drivers.read"),
  "drivers[.]csv": reads("drivers.read"),
  "drivers.$key[.]csv": reads("drivers.read"),
  "_app.drivers_.handovers": reads("drivers.read", { query: "cause=planned" }),
  "_app.drivers_.retention": reads("drivers.read"),
  "_app.drivers_.importance": reads("drivers.read"),
  "_app.drivers_.teams": reads("drivers.read", { query: "outcome=churn" }),
  "_app.drivers_.leaving": reads("drivers.read"),

  "_app.at-risk._index": reads("risk.accounts"),
  "at-risk[.]csv": reads("risk.accounts", { query: "sort=-probability" }),
  "_app.at-risk.people": reads("risk.people", { query: "sort=-probability" }),
  "at-risk.people[.]csv": reads("risk.people"),

  "_app.data-quality._index": reads("quality.read"),
  "_app.data-quality.$check": reads("quality.read"),
  "data-quality.$check[.]csv": reads("quality.read"),

  "_app.money._index": reads("roi.read", { redirects: true }),
  "_app.money.profitability": reads("roi.read"),
  "_app.money.lifetime": reads("roi.read"),
  "_app.money.value": reads("roi.read", { query: "current=a&stage=action" }),
  "_app.money.costs": reads("roi.read"),
  "_app.money_.costs.rows": reads("pay.read", {
    query: "month=2026-01&category=training&source=entries&currency=EUR",
  }),
  "_app.money_.accounts._index": reads("roi.read"),
  "_app.money_.accounts.$accountId": reads("roi.read"),
  "_app.money_.costs.rule": form("scenarios.write"),
  "_app.money_.value.rule": form("scenarios.write"),
  "_app.money_.lifetime.assumptions": form("scenarios.write"),
  "money.profitability[.]csv": reads("roi.read"),
  "money.lifetime[.]csv": reads("roi.read"),
  "money.value[.]csv": reads("roi.read"),
  "money.costs[.]csv": reads("pay.read", { query: "month=2026-01" }),

  "_app.return._index": reads("roi.read"),
  "_app.return.$programme.$figure": reads("roi.read"),
  "_app.return.rules": { load: "roi.read", act: "scenarios.write" },
  "return[.]xlsx": reads("roi.read"),
  "_app.people-money": reads("roi.read"),
  "_app.scenarios._index": { load: "roi.read", act: "scenarios.write", query: "training_hours=40" },
  "_app.scenarios.$scenarioId": { load: "roi.read", act: "scenarios.write" },
  "_app.scenarios.compare": reads("roi.read"),

  "_app.users._index": reads("users.manage"),
  "_app.users.new": form("users.manage"),
  "_app.users.$userId": form("users.manage"),
  "_app.audit": reads("audit.read"),
  "_app.settings": form("settings.manage"),
  "_app.settings_.rates": form("settings.manage"),
  "_app.settings_.currency": form("settings.manage", { query: "to=USD" }),

  // There is one page of announcements and one of goals that everybody reads.
  "_app.programme": reads("programme.read", { redirects: ["employee"] }),
  "_app.programme._index": reads("programme.read", { redirects: ["employee"] }),
  "_app.programme.goals": reads("programme.read"),
  "_app.programme.announcements": reads("programme.read"),
  "_app.programme.readiness": reads("programme.govern"),
  "_app.programme.risks": reads("programme.govern"),
  "_app.programme.problems": reads("programme.govern"),
  "_app.programme.history": reads("programme.govern"),
  "_app.programme_.charter": form("programme.write"),
  "_app.programme_.goals.new": form("programme.write"),
  "_app.programme_.goals.$goalId": { load: "programme.read", act: "programme.write" },
  "_app.programme_.goals.$goalId_.edit": form("programme.write"),
  "_app.programme_.readiness.$item": { load: "programme.govern", act: "programme.write" },
  "_app.programme_.responsibilities.new": form("programme.write"),
  "_app.programme_.responsibilities.$responsibilityId": form("programme.write"),
  "_app.programme_.risks.new": form("programme.write"),
  "_app.programme_.risks.$riskId": form("programme.write"),
  "_app.programme_.problems.new": form("programme.write"),
  "_app.programme_.problems.$problemId": form("programme.write"),
  "_app.programme_.announcements.new": form("programme.write"),
  "_app.programme_.announcements.$announcementId": form("programme.read"),

  healthz: reads("everybody"),
  readyz: reads("everybody"),
  login: { load: "everybody", act: "everybody" },
  logout: { load: "everybody", act: "everybody", redirects: true },
  views: { load: "everybody", act: "signed in", redirects: true },
  preferences: { load: "everybody", act: "everybody", redirects: true },
};

/** Files whose rule depends on what they name: one kind of import is HR's, another the administrator's. */
export const importRoutes = [
  "_app.import._index",
  "_app.import.$runId",
  "import.$runId.failed[.]csv",
  "import.files.$file",
];

/** Not there for anybody: the set-up page once there is a user, and what no route has. */
export const goneRoutes = ["setup", "$"];

/** `_app.employees.$id_.costs.new` → `/employees/$id/costs/new`, as flat routes read it. */
export function pathOf(file: string): string {
  const segments = file.replaceAll("[.]", "\u0000").split(".");
  const shown = segments.filter((segment) => !segment.startsWith("_"));
  return `/${shown.map((segment) => segment.replace(/_$/, "").replaceAll("\u0000", ".")).join("/")}`;
}
