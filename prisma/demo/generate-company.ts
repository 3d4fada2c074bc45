import { createGenerator, type Generator } from "../../app/stats/random/generator";
import type { AreaContext, Incumbency } from "./account-rows";
import { createAccountWriter } from "./account-writer";
import { type DemoSize, keptMonths as defaultKeptMonths, regionPlans, sizePlans } from "./company-plan";
import type { CopyWriter } from "./copy-writer";
import { createCalendar, type DemoCalendar } from "./demo-calendar";
import { demoLogins } from "./demo-logins";
import { createHiring, type FixedName, type KnownPerson } from "./hiring";
import { type Area, buildOrganisation, type Organisation, type Region, staffCodes } from "./organisation";
import type { PlantedEffects } from "./planted-effects";
import { simulateArea } from "./simulate-area";
import { createUnitCostWriter } from "./unit-cost-writer";

export interface GeneratedCompany {
  readonly calendar: DemoCalendar;
  readonly organisation: Organisation;
  /** Whom the demo logins belong to, by role. */
  readonly people: Readonly<
    Record<"hr" | "sales_manager" | "leadership" | "employee" | "admin", KnownPerson>
  >;
}

interface Options {
  readonly size: DemoSize;
  readonly seed: number;
  readonly today: string;
  readonly keptMonths?: number;
  /** What is planted; the generated company's own unless given. */
  readonly effects?: PlantedEffects;
  readonly onProgress?: (share: number) => void;
}

const staffTitles = {
  HR: "HR business partner",
  FIN: "Controller",
  MKT: "Marketing specialist",
  PRD: "Product specialist",
  IT: "System engineer",
} as const;
const staffPay = { HR: 0.95, FIN: 1, MKT: 0.9, PRD: 1.05, IT: 1 } as const;

function loginName(role: string): FixedName {
  const name = demoLogins.find((login) => login.role === role)!.name;
  const [first = "", last = ""] = name.split(" ");
  return { name, mailbox: `${first}.${last}`.toLowerCase() };
}

/** The region whose head is the demo's sales manager. */
const salesManagerRegion = "FRB";

/** Writes the whole company, row by row, into the writer. The same options give the same rows. */
export async function generateCompany(writer: CopyWriter, options: Options): Promise<GeneratedCompany> {
  const { size, seed } = options;
  const plan = sizePlans[size];
  const random = createGenerator(seed);
  const calendar = createCalendar(options.today, options.keptMonths ?? defaultKeptMonths);
  const organisation = buildOrganisation(size, seed);
  for (const unit of organisation.units)
    writer.row("org_units", [unit.id, unit.code, unit.name, unit.parentId]);

  const writeAccount = createAccountWriter(writer, calendar, seed);
  const writeUnitCosts = createUnitCostWriter(writer, calendar, seed);
  const { employ, head, posts } = createHiring({ writer, calendar, random, seed, effects: options.effects });

  const chief = head("chief", organisation.company, "Managing director", null, {
    culture: "german",
    payFactor: 3,
    fixedName: loginName("leadership"),
  });
  const headOfHr = head("hr", organisation.staff.HR, "Head of HR", chief.employeeId, {
    culture: "german",
    payFactor: 1.7,
    fixedName: loginName("hr"),
  });
  const admin = head("admin", organisation.staff.IT, "Head of IT", chief.employeeId, {
    culture: "nordic",
    payFactor: 1.6,
    fixedName: loginName("admin"),
  });
  const headOfService = head("service", organisation.service, "Head of customer service", chief.employeeId, {
    culture: "french",
    payFactor: 1.6,
  });

  let specialistPosts: Incumbency[][] = [];
  for (const code of staffCodes) {
    const managerId =
      code === "HR" ? headOfHr.employeeId : code === "IT" ? admin.employeeId : chief.employeeId;
    const held = posts(code, plan.staff[code], organisation.staff[code], staffTitles[code], managerId, {
      culture: code === "PRD" || code === "MKT" ? "french" : "german",
      currency: "EUR",
      payFactor: staffPay[code],
    });
    if (code === "PRD") specialistPosts = held;
    writeUnitCosts(organisation.staff[code], random.split(`costs ${code}`), plan.staff[code], 1, 0);
  }

  const areaCount = regionPlans.length * plan.areasPerRegion;
  let areasDone = 0;
  let accountsLeft = plan.accounts;
  let salesManager = chief;
  let employee: KnownPerson | null = null;

  for (const region of organisation.regions) {
    const { culture, currency, payFactor } = region.plan;
    const local = { culture, currency, payFactor };
    const isDemoRegion = region.plan.code === salesManagerRegion;
    const regionHead = head(
      `head ${region.plan.code}`,
      region.unit,
      "Regional sales manager",
      chief.employeeId,
      {
        ...local,
        payFactor: payFactor * 1.9,
        ...(isDemoRegion ? { fixedName: loginName("sales_manager") } : {}),
      },
    );
    if (isDemoRegion) salesManager = regionHead;
    const servicePosts = posts(
      `service ${region.plan.code}`,
      plan.servicePositionsPerRegion,
      region.service,
      "Service agent",
      headOfService.employeeId,
      { ...local, payFactor: payFactor * 0.7 },
    );
    writeUnitCosts(
      region.service,
      random.split(`costs ${region.service.code}`),
      plan.servicePositionsPerRegion,
      payFactor,
      0,
    );

    for (const area of region.areas) {
      const accounts = Math.round(accountsLeft / (areaCount - areasDone));
      accountsLeft -= accounts;
      const found = await writeArea(region, area, accounts, regionHead.employeeId, servicePosts);
      if (isDemoRegion) employee ??= found;
      areasDone += 1;
      options.onProgress?.(areasDone / areaCount);
    }
  }
  return {
    calendar,
    organisation,
    people: { hr: headOfHr, sales_manager: salesManager, leadership: chief, employee: employee!, admin },
  };

  /** Gives an account manager who has been there for a while, for the employee's login. */
  async function writeArea(
    region: Region,
    area: Area,
    accounts: number,
    regionHeadId: string,
    servicePosts: Incumbency[][],
  ): Promise<KnownPerson | null> {
    const { culture, currency, payFactor, programmeStart: keptStart } = region.plan;
    const own: Generator = random.split(`area ${area.unit.code}`);
    const positions = plan.teamsPerArea * plan.positionsPerTeam;
    const programmeStart = keptStart === null ? null : calendar.firstKept + keptStart;
    const simulated = simulateArea(own.split("life"), {
      positions,
      accounts,
      monthCount: calendar.monthCount,
      firstKept: calendar.firstKept,
      programmeStart,
      effects: options.effects,
    });
    const isRegion = area.unit === region.unit;
    const areaHeadId = isRegion
      ? regionHeadId
      : head(`head ${area.unit.code}`, area.unit, "Area sales manager", regionHeadId, {
          culture,
          currency,
          payFactor: payFactor * 1.5,
        }).employeeId;
    const teamLeadIds = area.teams.map(
      (team) =>
        head(`lead ${team.code}`, team, "Team lead", areaHeadId, {
          culture,
          currency,
          payFactor: payFactor * 1.3,
        }).employeeId,
    );
    for (const team of area.teams)
      writeUnitCosts(team, own.split(`costs ${team.code}`), plan.positionsPerTeam + 1, payFactor, 1);

    let known: KnownPerson | null = null;
    const managerIds = simulated.managers.map(({ person, position }, index) => {
      const team = Math.floor(position / plan.positionsPerTeam);
      const manager = employ(`${area.unit.code} manager ${index}`, person, {
        unitId: area.teams[team]!.id,
        jobTitle: "Account manager",
        managerId: teamLeadIds[team]!,
        culture,
        currency,
        payFactor,
        programmeStart,
      });
      const isEstablished = person.leftAt > calendar.monthCount && person.hiredAt < calendar.monthCount - 18;
      if (isEstablished) known ??= manager;
      return manager.employeeId;
    });
    const context: AreaContext = {
      region: region.plan,
      managerIds,
      teamLeadIds,
      servicePosts,
      specialistPosts,
      accountsPerManager: accounts / positions,
      contactEveryDays: plan.contactEveryDays,
    };
    for (const [index, account] of simulated.accounts.entries()) {
      writeAccount(account, context, own.split(index));
      if (index % 16 === 0) await writer.breathe();
    }
    return known;
  }
}
