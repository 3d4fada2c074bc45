import { drawExponential, drawNormal } from "../../app/stats/random/draws";
import type { Generator } from "../../app/stats/random/generator";
import { drawAccountName } from "./account-names";
import type { RegionPlan } from "./company-plan";
import type { CopyWriter } from "./copy-writer";
import { phrasesOf } from "./customer-phrases";
import type { DemoCalendar } from "./demo-calendar";
import { toMinor } from "./employee-writer";
import { drawPersonName, latin } from "./person-names";
import { createIds } from "./row-ids";
import type { SimulatedAccount } from "./simulate-area";

/** Someone who holds a post in the months [from, to). */
export interface Incumbency {
  readonly employeeId: string;
  readonly from: number;
  readonly to: number;
}

export interface AreaContext {
  readonly region: RegionPlan;
  /** By manager of the simulated area. */
  readonly managerIds: readonly string[];
  readonly teamLeadIds: readonly string[];
  /** Posts of customer service and of product specialists, each with its incumbents. */
  readonly servicePosts: readonly (readonly Incumbency[])[];
  readonly specialistPosts: readonly (readonly Incumbency[])[];
  readonly accountsPerManager: number;
  readonly contactEveryDays: number;
}

/** Writes an account with everything that is keyed by it. */
export function createAccountWriter(writer: CopyWriter, calendar: DemoCalendar, seed: number) {
  const ids = {
    account: createIds("accounts", seed),
    contact: createIds("contacts", seed),
    assignment: createIds("assignments", seed),
    revenue: createIds("revenue_entries", seed),
    response: createIds("satisfaction_responses", seed),
    interaction: createIds("interactions", seed),
    case: createIds("cases", seed),
  };
  const { firstKept, monthCount, today } = calendar;
  let number = 0;
  let caseNumber = 0;
  let lastParent: string | null = null;

  return (account: SimulatedAccount, area: AreaContext, random: Generator): void => {
    const accountId = ids.account();
    number += 1;
    const { region } = area;
    const { currency } = region;
    const { name, industry } = drawAccountName(random, region.culture);
    const phrases = phrasesOf(region.culture);
    const startsKept = account.startAt >= firstKept;
    const startDay = 1 + random.int(startsKept ? 20 : 28);
    // Whoever is won in the present month is won on its first day, so that nothing lies in the future.
    const acquiredOn = calendar.day(account.startAt, account.startAt === monthCount - 1 ? 1 : startDay);
    const isLost = account.endAt < monthCount;
    const typeDraw = random.uniform();
    const type =
      typeDraw < 0.9 ? "customer" : typeDraw < 0.95 ? "distributor" : typeDraw < 0.98 ? "dealer" : "agent";
    const churnReasons = ["price", "competitor", "service", "closed", "no budget"];
    const churnReason = churnReasons[random.int(churnReasons.length)]!;
    const hasParent = lastParent !== null && random.uniform() < 0.05;
    const acquisitionCost = toMinor(
      400 + 900 * random.uniform() + 300 * Math.exp(0.6 * account.size),
      currency,
    );
    writer.row("accounts", [
      accountId,
      `A-${String(number).padStart(6, "0")}`,
      name,
      type,
      hasParent ? lastParent : null,
      account.size > 1.2 ? "Key account" : account.size > 0 ? "Mid-market" : "Small business",
      industry,
      region.name,
      region.countries[random.int(region.countries.length)]!,
      acquiredOn,
      isLost ? calendar.day(account.endAt) : null,
      isLost ? churnReason : null,
      acquisitionCost,
      currency,
    ]);
    if (!hasParent && account.size > 1) lastParent = accountId;

    const contactIds: string[] = [];
    const contactCount = account.size > 0.9 ? 3 : account.size < -1 ? 1 : 2;
    const domain = `${latin(name.split(" ")[0]!) || "kunde"}${number}.example`;
    for (let i = 0; i < contactCount; i++) {
      const person = drawPersonName(random, region.culture);
      const contactId = ids.contact();
      contactIds.push(contactId);
      const phone = `+${region.culture === "chinese" ? 86 : 49} ${100 + random.int(900)} ${1_000_000 + random.int(9_000_000)}`;
      writer.row("contacts", [
        accountId,
        contactId,
        person.name,
        `${person.mailbox}@${domain}`,
        phone,
        phrases.contactTitles[random.int(phrases.contactTitles.length)]!,
      ]);
    }

    writeTeam();
    writeRevenue();
    writeFacts();

    function writeTeam(): void {
      const share = (factor: number) =>
        Math.min(
          0.5,
          Math.max(0.005, (factor / area.accountsPerManager) * Math.exp(0.35 * account.size)),
        ).toFixed(3);
      for (const [index, stint] of account.stints.entries()) {
        const to = Math.min(stint.to, account.endAt);
        if (to < firstKept) continue;
        const endsOn = to < monthCount ? calendar.day(to) : null;
        writer.row("assignments", [
          accountId,
          ids.assignment(),
          area.managerIds[stint.manager]!,
          "owner",
          share(0.7),
          index === 0 && stint.from === account.startAt ? acquiredOn : calendar.day(stint.from),
          endsOn,
          endsOn === null ? null : stint.cause,
        ]);
      }
      const writePost = (post: readonly Incumbency[] | undefined, role: string, factor: number) => {
        for (const { employeeId, from, to } of post ?? []) {
          const start = Math.max(from, account.startAt, firstKept - 12);
          const end = Math.min(to, account.endAt);
          if (start >= end || end < firstKept || start >= monthCount) continue;
          const endsOn = end < monthCount ? calendar.day(end) : null;
          const cause = endsOn === null || end === account.endAt ? null : "departure";
          const startsOn = start === account.startAt ? acquiredOn : calendar.day(start);
          writer.row("assignments", [
            accountId,
            ids.assignment(),
            employeeId,
            role,
            share(factor),
            startsOn,
            endsOn,
            cause,
          ]);
        }
      };
      if (account.size > -0.25)
        writePost(area.servicePosts[random.int(area.servicePosts.length)], "service", 0.15);
      if (account.size > 1.1)
        writePost(area.specialistPosts[random.int(area.specialistPosts.length)], "specialist", 0.1);
      if (account.size > 1.6) {
        const lead = area.teamLeadIds[random.int(area.teamLeadIds.length)]!;
        writePost([{ employeeId: lead, from: -1_000, to: monthCount + 1 }], "sales", 0.1);
      }
    }

    function writeRevenue(): void {
      const product = phrases.products[random.int(phrases.products.length)]!;
      const costShare = 0.5 + 0.2 * random.uniform();
      const setUp = random.uniform() < 0.4 ? 0.5 + 1.5 * random.uniform() : 0;
      const end = Math.min(account.endAt, monthCount);
      for (let month = Math.max(account.startAt, firstKept); month < end; month++) {
        const bookedOn = month === account.startAt ? acquiredOn : calendar.day(month);
        const minor = Math.round(toMinor(account.revenue[month]! * growth(month - firstKept), currency));
        const cost = Math.round(minor * costShare);
        writer.row("revenue_entries", [
          accountId,
          ids.revenue(),
          bookedOn,
          minor,
          currency,
          cost,
          product,
          "recurring",
        ]);
        if (month !== account.startAt || setUp === 0) continue;
        const fee = Math.round(minor * setUp);
        writer.row("revenue_entries", [
          accountId,
          ids.revenue(),
          bookedOn,
          fee,
          currency,
          Math.round(fee * 0.3),
          phrases.setUpProduct,
          "one_off",
        ]);
      }
    }

    function ownerIdAt(month: number): string | null {
      const owner = account.owner[month]!;
      return owner < 0 ? null : area.managerIds[owner]!;
    }

    function writeFacts(): void {
      const wave = random.int(6);
      const every = area.contactEveryDays * (account.size > 1 ? 0.5 : account.size > 0 ? 0.8 : 1);
      let nextContactDay = firstKept * 28 + random.uniform() * every;
      const end = Math.min(account.endAt, monthCount);
      for (let month = Math.max(account.startAt, firstKept); month < end; month++) {
        const ownerId = ownerIdAt(month);
        const csat = account.satisfaction[month]!;
        writeCsat(month, ownerId);
        if (month % 6 === wave && random.uniform() < 0.45) {
          const score = Math.round(
            Math.min(10, Math.max(0, 7.7 + 1.7 * (csat - 4.1) + 1.6 * drawNormal(random))),
          );
          writeResponse("nps", score, calendar.day(month, 2 + random.int(26)), ownerId, contactIds[0]!, null);
        }
        const monthEnd = (month + 1) * 28;
        if (nextContactDay < month * 28) nextContactDay = month * 28 + random.uniform() * every;
        while (nextContactDay < monthEnd) {
          const day = 1 + Math.floor(nextContactDay - month * 28);
          writeInteraction(calendar.day(month, day), ownerId);
          nextContactDay += every * (0.6 + 0.8 * random.uniform()) * (ownerId ? 1 : 1.8);
        }
        if (random.uniform() < 0.05 + 0.08 * Math.max(0, 4.3 - csat)) writeCase(month, csat, ownerId);
      }
    }

    function writeCsat(month: number, ownerId: string | null): void {
      let digits = account.answers[month]!;
      for (let i = account.surveyedContacts - 1; i >= 0; i--) {
        const score = digits % 10;
        digits = (digits - score) / 10;
        if (score === 0) continue;
        const day = 2 + random.int(26);
        const remark = random.uniform();
        const said =
          score <= 2 && remark < 0.6
            ? phrases.complaints
            : score === 5 && remark < 0.04
              ? phrases.praise
              : null;
        const comment = said ? said[random.int(said.length)]! : null;
        writeResponse(
          "csat",
          score,
          calendar.day(month, day),
          ownerId,
          contactIds[i % contactIds.length]!,
          comment,
        );
      }
    }

    function writeResponse(
      kind: string,
      score: number,
      answeredOn: string,
      employeeId: string | null,
      contactId: string,
      comment: string | null,
    ): void {
      if (answeredOn > today || answeredOn < acquiredOn) return;
      writer.row("satisfaction_responses", [
        accountId,
        ids.response(),
        kind,
        score,
        answeredOn,
        employeeId,
        contactId,
        comment,
      ]);
    }

    function writeInteraction(date: string, ownerId: string | null): void {
      const channels = ["phone", "email", "email", "meeting", "visit", "phone", "chat", "portal"];
      const channel = channels[random.int(channels.length)]!;
      const at = clock(date, 8 + random.int(9), random.int(60));
      const minutes =
        channel === "email" ? 10 : channel === "visit" ? 90 + random.int(60) : 15 + random.int(45);
      const direction = random.uniform() < 0.6 ? "outbound" : "inbound";
      const contactId = contactIds[random.int(contactIds.length)]!;
      const subject = phrases.subjects[random.int(phrases.subjects.length)]!;
      if (date >= today || date < acquiredOn) return;
      writer.row("interactions", [
        accountId,
        ids.interaction(),
        channel,
        at,
        ownerId,
        contactId,
        direction,
        minutes,
        subject,
      ]);
    }

    function writeCase(month: number, csat: number, ownerId: string | null): void {
      const day = 1 + random.int(27);
      const openedOn = calendar.day(month, day);
      const hour = 8 + random.int(9);
      const draw = random.uniform();
      const priority = draw < 0.06 ? "urgent" : draw < 0.24 ? "high" : draw < 0.84 ? "normal" : "low";
      const pace = priority === "urgent" ? 0.4 : priority === "high" ? 1.2 : 3;
      const responseHours = Math.min(90, pace * 3 * drawExponential(random, 1));
      const openDays = responseHours / 24 + pace * drawExponential(random, 1);
      const subject = phrases.cases[random.int(phrases.cases.length)]!;
      const effort = Math.round(
        Math.min(7, Math.max(1, 5.4 + 0.9 * (csat - 4.1) + 1.1 * drawNormal(random))),
      );
      const isRated = random.uniform() < 0.35;
      caseNumber += 1;
      if (openedOn >= today || openedOn < acquiredOn) return;
      const responded = later(openedOn, hour, responseHours);
      const resolved = later(openedOn, hour, openDays * 24);
      const isResolved = resolved.slice(0, 10) < today;
      writer.row("cases", [
        accountId,
        ids.case(),
        `S-${String(caseNumber).padStart(6, "0")}`,
        subject,
        priority,
        clock(openedOn, hour, 0),
        responded.slice(0, 10) < today ? responded : null,
        isResolved ? resolved : null,
        ownerId,
      ]);
      if (isResolved && isRated)
        writeResponse("ces", effort, resolved.slice(0, 10), ownerId, contactIds[0]!, null);
    }
  };
}

/** Prices rise a little each month and business is slower around the turn of the year. */
function growth(keptMonth: number): number {
  return Math.exp(0.0022 * keptMonth + 0.02 * Math.cos((2 * Math.PI * (keptMonth - 4)) / 12));
}

function clock(date: string, hour: number, minute: number): string {
  return `${date} ${hour < 10 ? "0" : ""}${hour}:${minute < 10 ? "0" : ""}${minute}:00+00`;
}

function later(date: string, hour: number, hours: number): string {
  const instant = new Date(Date.parse(`${date}T00:00:00Z`) + Math.round((hour + hours) * 60) * 60_000);
  return `${instant.toISOString().slice(0, 16).replace("T", " ")}:00+00`;
}
