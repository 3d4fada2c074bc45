import type { Generator } from "../../app/stats/random/generator";
import type { Incumbency } from "./account-rows";
import type { Culture } from "./company-plan";
import type { CopyWriter } from "./copy-writer";
import type { DemoCalendar } from "./demo-calendar";
import { createEmployeeWriter, type EmployeeRecord } from "./employee-writer";
import type { Unit } from "./organisation";
import { drawPersonName } from "./person-names";
import type { PlantedEffects } from "./planted-effects";
import { createIds } from "./row-ids";
import { simulateHead, simulatePost } from "./simulate-post";
import type { Person } from "./simulated-manager";

export interface KnownPerson {
  readonly employeeId: string;
  readonly name: string;
}

export interface FixedName {
  readonly name: string;
  readonly mailbox: string;
}

interface Options {
  readonly writer: CopyWriter;
  readonly calendar: DemoCalendar;
  readonly random: Generator;
  readonly seed: number;
  readonly effects: PlantedEffects | undefined;
}

/** Gives people their names, posts and rows; each label has draws of its own, so that hiring one changes nobody else. */
export function createHiring({ writer, calendar, random, seed, effects }: Options) {
  const employeeIds = createIds("employees", seed);
  const writeEmployee = createEmployeeWriter(writer, calendar, seed);

  const employ = (
    label: string,
    person: Person,
    parts: Pick<EmployeeRecord, "unitId" | "jobTitle" | "managerId"> &
      Partial<EmployeeRecord> & { culture: Culture },
  ): KnownPerson => {
    const own = random.split(label);
    const name = parts.name ?? drawPersonName(own.split("name"), parts.culture);
    const record: EmployeeRecord = {
      id: employeeIds(),
      person,
      name,
      currency: "EUR",
      payFactor: 1,
      programmeStart: null,
      ...parts,
    };
    // Numbers go to those who are in the files: who left before the kept months is not.
    if (person.leftAt >= calendar.firstKept) writeEmployee({ ...record, name }, own.split("rows"));
    return { employeeId: record.id, name: name.name };
  };
  const head = (
    label: string,
    unit: Unit,
    jobTitle: string,
    managerId: string | null,
    parts: {
      culture: Culture;
      currency?: string;
      payFactor: number;
      fixedName?: FixedName;
    },
  ) =>
    employ(
      label,
      simulateHead(random.split(`${label} life`), calendar.monthCount, -40 - random.split(label).int(60)),
      {
        unitId: unit.id,
        jobTitle,
        managerId,
        culture: parts.culture,
        currency: parts.currency ?? "EUR",
        payFactor: parts.payFactor,
        ...(parts.fixedName ? { name: parts.fixedName } : {}),
      },
    );

  const posts = (
    label: string,
    count: number,
    unit: Unit,
    jobTitle: string,
    managerId: string,
    parts: { culture: Culture; currency: string; payFactor: number },
  ): Incumbency[][] =>
    Array.from({ length: count }, (_, index) =>
      simulatePost(random.split(`${label} post ${index}`), calendar.monthCount, effects).map(
        (person, order) => ({
          employeeId: employ(`${label} ${index} ${order}`, person, {
            ...parts,
            unitId: unit.id,
            jobTitle,
            managerId,
          }).employeeId,
          from: person.hiredAt,
          to: person.leftAt,
        }),
      ),
    );

  return { employ, head, posts };
}
