import { drawLogNormal, drawNormal } from "../../app/stats/random/draws";
import type { Generator } from "../../app/stats/random/generator";
import { averageRates, reportingCurrency } from "./company-plan";
import type { CopyWriter } from "./copy-writer";
import type { DemoCalendar } from "./demo-calendar";
import type { PersonName } from "./person-names";
import { plantedEffects as truth } from "./planted-effects";
import { createIds } from "./row-ids";
import type { Person } from "./simulated-manager";

export interface EmployeeRecord {
  readonly id: string;
  readonly person: Person;
  readonly name: PersonName;
  readonly unitId: string;
  readonly jobTitle: string;
  readonly managerId: string | null;
  readonly currency: string;
  readonly payFactor: number;
  /** Month index in which the regional programme starts, for those it is for. */
  readonly programmeStart: number | null;
  readonly email?: string;
}

/** Minor units of the currency for an amount in the reporting currency. */
export function toMinor(amount: number, currency: string): number {
  return Math.round((amount / (currency === reportingCurrency ? 1 : averageRates[currency]!)) * 100);
}

/** Writes an employee with spells, pay and other costs, training and survey answers. */
export function createEmployeeWriter(writer: CopyWriter, calendar: DemoCalendar, seed: number) {
  const spellIds = createIds("employment_spells", seed);
  const costIds = createIds("cost_entries", seed);
  const trainingIds = createIds("training_records", seed);
  const answerIds = createIds("survey_answers", seed);
  const mailboxes = new Map<string, number>();
  let number = 0;

  const emailOf = (mailbox: string) => {
    const earlier = mailboxes.get(mailbox) ?? 0;
    mailboxes.set(mailbox, earlier + 1);
    return `${mailbox}${earlier === 0 ? "" : earlier + 1}@norvik.example`;
  };

  const writeCost = (
    record: EmployeeRecord,
    category: string,
    kind: string,
    amount: number,
    incurredOn: string,
  ) => {
    if (incurredOn > calendar.today || amount <= 0) return;
    const minor = toMinor(amount, record.currency);
    writer.row("cost_entries", [
      costIds(),
      record.id,
      null,
      category,
      kind,
      minor,
      record.currency,
      incurredOn,
    ]);
  };

  /** A raise every January starts a new spell; gives the annual pay by month for the ledger. */
  const writeSpells = (random: Generator, record: EmployeeRecord): Float64Array => {
    const { person } = record;
    const pay = new Float64Array(calendar.monthCount);
    const end = Math.min(person.leftAt, calendar.monthCount);
    let from = person.hiredAt;
    let salary = Math.round((person.salary * record.payFactor) / 100) * 100;
    for (let month = Math.max(0, from); month <= end; month++) {
      const isLast = month === end;
      const isRaise = month > from && calendar.day(month).slice(5, 7) === "01" && month >= calendar.firstKept;
      if (isLast || isRaise) {
        const endsOn = isLast && end < person.leftAt ? null : calendar.day(month);
        writer.row("employment_spells", [
          spellIds(),
          record.id,
          calendar.day(from),
          endsOn,
          record.unitId,
          record.jobTitle,
          record.managerId,
          1,
          toMinor(salary, record.currency),
          record.currency,
        ]);
        from = month;
        salary = Math.round((salary * (1.015 + 0.025 * random.uniform())) / 100) * 100;
      }
      if (!isLast) pay[month] = salary;
    }
    return pay;
  };

  const writeTraining = (random: Generator, record: EmployeeRecord, month: number) => {
    const { person } = record;
    const plan = truth.trainingHoursPerMonth;
    const parts: [course: string, hours: number, perHour: number, day: number][] = [];
    if (month - person.hiredAt < plan.onboardingMonths)
      parts.push([`Onboarding ${month - person.hiredAt + 1}`, plan.onboarding, 25, 10]);
    if (record.programmeStart !== null && month >= record.programmeStart)
      parts.push(["Service excellence", plan.programme, 40, 17]);
    if (person.quality < plan.remedialBelowQuality)
      parts.push(["Individual coaching", plan.remedial, 55, 21]);
    const planned = parts.reduce((sum, part) => sum + part[1], 0);
    const base = Math.round((person.trainingHours[month]! - planned) * 100) / 100;
    const courses = [
      "Product knowledge",
      "Listening to customers",
      "Safety and compliance",
      "Data protection",
    ];
    parts.push([courses[random.int(courses.length)]!, base, 15, 5]);
    for (const [course, hours, perHour, day] of parts) {
      const completedOn = calendar.day(month, day + random.int(4));
      const score = course === "Service excellence" ? Math.round(70 + 25 * random.uniform()) : null;
      if (completedOn > calendar.today) continue;
      const cost = toMinor(hours * perHour * record.payFactor, record.currency);
      writer.row("training_records", [
        trainingIds(),
        record.id,
        course,
        hours,
        completedOn,
        cost,
        record.currency,
        score,
      ]);
    }
  };

  /** Engagement every April and October, values every October; four in five answer. */
  const writeAnswers = (random: Generator, record: EmployeeRecord, month: number) => {
    const date = calendar.day(month, 8 + random.int(12));
    const isOctober = date.slice(5, 7) === "10";
    const { person } = record;
    const engagement = scale(3.6 + 0.55 * person.engagement[month]! + 0.3 * drawNormal(random), 1, 5);
    const enps = Math.round(scale(7 + 1.5 * person.engagement[month]! + 1.2 * drawNormal(random), 0, 10));
    const values = scale(3.7 + 0.5 * person.values + 0.3 * drawNormal(random), 1, 5);
    if (random.uniform() > 0.8 || date > calendar.today) return;
    writer.row("survey_answers", [
      answerIds(),
      record.id,
      `Engagement ${date.slice(0, 4)} ${isOctober ? "autumn" : "spring"}`,
      date,
      engagement.toFixed(2),
      enps,
      isOctober ? values.toFixed(2) : null,
      null,
    ]);
  };

  return (record: EmployeeRecord, random: Generator): void => {
    const { person } = record;
    const { firstKept, monthCount } = calendar;
    const hasLeft = person.leftAt < monthCount;
    const isRegretted = person.leaveReason === "voluntary" && person.quality > 0.2;
    number += 1;
    writer.row("employees", [
      record.id,
      `E-${String(number).padStart(4, "0")}`,
      record.name.name,
      record.email ?? emailOf(record.name.mailbox),
      calendar.day(person.hiredAt),
      hasLeft ? calendar.day(person.leftAt) : null,
      hasLeft ? person.leaveReason : null,
      hasLeft ? isRegretted : null,
      person.serviceOrientation.toFixed(2),
    ]);
    const pay = writeSpells(random, record);
    const end = Math.min(person.leftAt, monthCount);
    for (let month = Math.max(firstKept - 12, person.hiredAt, 0); month < end; month++) {
      writeTraining(random, record, month);
      if (month < firstKept) continue;
      writeCost(record, "compensation", "salary", pay[month]! / 12, calendar.day(month, 25));
      const calendarMonth = calendar.day(month).slice(5, 7);
      if (calendarMonth === "04" || calendarMonth === "10") writeAnswers(random, record, month);
      if (calendarMonth === "12" && random.uniform() < 0.08)
        writeCost(record, "retention", "stay bonus", pay[month]! * 0.06, calendar.day(month, 15));
    }
    if (person.hiredAt >= firstKept) {
      const hiredOn = calendar.day(person.hiredAt);
      const recruiting = drawLogNormal(random, Math.log(3_900), 0.4) * record.payFactor;
      writeCost(record, "acquisition", "recruiting", recruiting, hiredOn);
      writeCost(
        record,
        "acquisition",
        "onboarding",
        900 * record.payFactor,
        calendar.day(person.hiredAt, 20),
      );
      for (let month = 0; month < 3; month++)
        writeCost(
          record,
          "productivity",
          "ramp-up",
          (pay[person.hiredAt]! / 12) * (0.5 - month * 0.15),
          calendar.day(person.hiredAt + month, 28),
        );
    }
    if (hasLeft && person.leftAt >= firstKept) {
      const leftOn = calendar.day(person.leftAt);
      const salary = person.salary * record.payFactor;
      const exit = person.leaveReason === "involuntary" ? salary * 0.25 : 1_600 * record.payFactor;
      writeCost(
        record,
        "turnover",
        person.leaveReason === "involuntary" ? "severance" : "separation",
        exit,
        leftOn,
      );
    }
  };
}

function scale(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
