import { drawExponential, drawNormal } from "../../app/stats/random/draws";
import type { AccountRows } from "./account-rows";

/** What was said, answered and asked for, month by month. */
export function writeContactFacts(rows: AccountRows): void {
  const { calendar, random, account, area, contactIds } = rows;
  const { firstKept, monthCount } = calendar;
  const wave = random.int(6);
  const every = area.contactEveryDays * (account.size > 1 ? 0.5 : account.size > 0 ? 0.8 : 1);
  let nextContactDay = firstKept * 28 + random.uniform() * every;
  const end = Math.min(account.endAt, monthCount);
  for (let month = Math.max(account.startAt, firstKept); month < end; month++) {
    const ownerId = ownerIdAt(rows, month);
    const csat = account.satisfaction[month]!;
    writeCsat(rows, month, ownerId);
    if (month % 6 === wave && random.uniform() < 0.45) {
      const score = Math.round(
        Math.min(10, Math.max(0, 7.7 + 1.7 * (csat - 4.1) + 1.6 * drawNormal(random))),
      );
      writeResponse(rows, {
        kind: "nps",
        score,
        answeredOn: calendar.day(month, 2 + random.int(26)),
        employeeId: ownerId,
        contactId: contactIds[0]!,
        comment: null,
      });
    }
    const monthEnd = (month + 1) * 28;
    if (nextContactDay < month * 28) nextContactDay = month * 28 + random.uniform() * every;
    while (nextContactDay < monthEnd) {
      const day = 1 + Math.floor(nextContactDay - month * 28);
      writeInteraction(rows, calendar.day(month, day), ownerId);
      nextContactDay += every * (0.6 + 0.8 * random.uniform()) * (ownerId ? 1 : 1.8);
    }
    if (random.uniform() < 0.05 + 0.08 * Math.max(0, 4.3 - csat)) writeCase(rows, month, csat, ownerId);
  }
}

function ownerIdAt({ account, area }: AccountRows, month: number): string | null {
  const owner = account.owner[month]!;
  return owner < 0 ? null : area.managerIds[owner]!;
}

function writeCsat(rows: AccountRows, month: number, ownerId: string | null): void {
  const { calendar, random, account, phrases, contactIds } = rows;
  let digits = account.answers[month]!;
  for (let i = account.surveyedContacts - 1; i >= 0; i--) {
    const score = digits % 10;
    digits = (digits - score) / 10;
    if (score === 0) continue;
    const day = 2 + random.int(26);
    const remark = random.uniform();
    const said =
      score <= 2 && remark < 0.6 ? phrases.complaints : score === 5 && remark < 0.04 ? phrases.praise : null;
    const comment = said ? said[random.int(said.length)]! : null;
    writeResponse(rows, {
      kind: "csat",
      score,
      answeredOn: calendar.day(month, day),
      employeeId: ownerId,
      contactId: contactIds[i % contactIds.length]!,
      comment,
    });
  }
}

interface Response {
  readonly kind: "csat" | "nps" | "ces";
  readonly score: number;
  readonly answeredOn: string;
  readonly employeeId: string | null;
  readonly contactId: string;
  readonly comment: string | null;
}

function writeResponse(
  { writer, calendar, nextId, accountId, acquiredOn }: AccountRows,
  response: Response,
): void {
  const { kind, score, answeredOn, employeeId, contactId, comment } = response;
  if (answeredOn > calendar.today || answeredOn < acquiredOn) return;
  writer.row("satisfaction_responses", [
    accountId,
    nextId.satisfaction_responses(),
    kind,
    score,
    answeredOn,
    employeeId,
    contactId,
    comment,
  ]);
}

function writeInteraction(rows: AccountRows, date: string, ownerId: string | null): void {
  const { writer, calendar, nextId, random, phrases, accountId, acquiredOn, contactIds } = rows;
  const channels = ["phone", "email", "email", "meeting", "visit", "phone", "chat", "portal"];
  const channel = channels[random.int(channels.length)]!;
  const at = clock(date, 8 + random.int(9), random.int(60));
  const minutes = channel === "email" ? 10 : channel === "visit" ? 90 + random.int(60) : 15 + random.int(45);
  const direction = random.uniform() < 0.6 ? "outbound" : "inbound";
  const contactId = contactIds[random.int(contactIds.length)]!;
  const subject = phrases.subjects[random.int(phrases.subjects.length)]!;
  if (date >= calendar.today || date < acquiredOn) return;
  writer.row("interactions", [
    accountId,
    nextId.interactions(),
    channel,
    at,
    ownerId,
    contactId,
    direction,
    minutes,
    subject,
  ]);
}

function writeCase(rows: AccountRows, month: number, csat: number, ownerId: string | null): void {
  const { writer, calendar, nextId, random, phrases, accountId, acquiredOn, contactIds } = rows;
  const { today } = calendar;
  const day = 1 + random.int(27);
  const openedOn = calendar.day(month, day);
  const hour = 8 + random.int(9);
  const draw = random.uniform();
  const priority = draw < 0.06 ? "urgent" : draw < 0.24 ? "high" : draw < 0.84 ? "normal" : "low";
  const pace = priority === "urgent" ? 0.4 : priority === "high" ? 1.2 : 3;
  const responseHours = Math.min(90, pace * 3 * drawExponential(random, 1));
  const openDays = responseHours / 24 + pace * drawExponential(random, 1);
  const subject = phrases.cases[random.int(phrases.cases.length)]!;
  const effort = Math.round(Math.min(7, Math.max(1, 5.4 + 0.9 * (csat - 4.1) + 1.1 * drawNormal(random))));
  const isRated = random.uniform() < 0.35;
  const caseNumber = rows.nextCaseNumber();
  if (openedOn >= today || openedOn < acquiredOn) return;
  const responded = later(openedOn, hour, responseHours);
  const resolved = later(openedOn, hour, openDays * 24);
  const isResolved = resolved.slice(0, 10) < today;
  writer.row("cases", [
    accountId,
    nextId.cases(),
    `S-${String(caseNumber).padStart(6, "0")}`,
    subject,
    priority,
    clock(openedOn, hour, 0),
    responded.slice(0, 10) < today ? responded : null,
    isResolved ? resolved : null,
    ownerId,
  ]);
  if (isResolved && isRated)
    writeResponse(rows, {
      kind: "ces",
      score: effort,
      answeredOn: resolved.slice(0, 10),
      employeeId: ownerId,
      contactId: contactIds[0]!,
      comment: null,
    });
}

function clock(date: string, hour: number, minute: number): string {
  return `${date} ${hour < 10 ? "0" : ""}${hour}:${minute < 10 ? "0" : ""}${minute}:00+00`;
}

function later(date: string, hour: number, hours: number): string {
  const instant = new Date(Date.parse(`${date}T00:00:00Z`) + Math.round((hour + hours) * 60) * 60_000);
  return `${instant.toISOString().slice(0, 16).replace("T", " ")}:00+00`;
}
