import type { Generator } from "../../app/stats/random/generator";
import { drawAccountName } from "./account-names";
import { type AccountRows, type AccountTable, type AreaContext, accountTables } from "./account-rows";
import type { SimulatedAccount } from "./area-state";
import { writeContactFacts } from "./contact-fact-writer";
import type { CopyWriter } from "./copy-writer";
import { phrasesOf } from "./customer-phrases";
import type { DemoCalendar } from "./demo-calendar";
import { toMinor } from "./employee-writer";
import { drawPersonName, latin } from "./person-names";
import { writeRevenue } from "./revenue-writer";
import { createIds } from "./row-ids";
import { writeTeam } from "./team-writer";

/** Writes an account with everything that is keyed by it. */
export function createAccountWriter(writer: CopyWriter, calendar: DemoCalendar, seed: number) {
  const nextId = Object.fromEntries(accountTables.map((table) => [table, createIds(table, seed)])) as Record<
    AccountTable,
    () => string
  >;
  const { firstKept, monthCount } = calendar;
  let number = 0;
  let caseNumber = 0;
  let lastParent: string | null = null;

  return (account: SimulatedAccount, area: AreaContext, random: Generator): void => {
    const accountId = nextId.accounts();
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
      const contactId = nextId.contacts();
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

    const rows: AccountRows = {
      writer,
      calendar,
      nextId,
      nextCaseNumber: () => ++caseNumber,
      random,
      account,
      area,
      phrases,
      accountId,
      acquiredOn,
      contactIds,
    };
    writeTeam(rows);
    writeRevenue(rows);
    writeContactFacts(rows);
  };
}
