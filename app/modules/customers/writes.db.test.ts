/** A manager of North writes to Mill, which Ada serves; Dock belongs to South and is not there for them. */
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
} from "../../../tests/builders/company";
import { summariseAccounts } from "../../../tests/builders/summaries";
import { archiveContact } from "./archive-contact.server";
import { contactForm } from "./contact";
import { createContact } from "./create-contact.server";
import { getConversationForm, getFormAccount } from "./get-form-account.server";
import { type InteractionInput, interactionForm } from "./interaction";
import { getCase, listCases } from "./list-cases.server";
import { getContact, listContactChoices, listContacts } from "./list-contacts.server";
import { logInteraction } from "./log-interaction.server";
import { openCase } from "./open-case.server";
import { recordSatisfaction } from "./record-satisfaction.server";
import { resolveCase } from "./resolve-case.server";
import { satisfactionForm } from "./satisfaction-response";
import { openCaseForm, resolveCaseForm } from "./service-case";
import { suggestCaseNumber } from "./suggest-case-number.server";
import { listResponses, summariseSatisfaction } from "./summarise-satisfaction.server";
import { updateContact } from "./update-contact.server";

let north: string;
let ada: string;
let mill: string;
let dock: string;
let dockContact: string;

const writer = () => buildScope("customers.write", { roles: ["sales_manager"], unitIds: [north] });
const reader = () => buildScope("customers.read", { roles: ["sales_manager"], unitIds: [north] });
const notFound = { code: "not_found" };
const refused = (field: string, key: string) => ({
  code: "invalid",
  detail: { fields: { [field]: { key } } },
});
const day = "2026-05-04";

const call = (changes: Record<string, string> = {}): InteractionInput =>
  interactionForm.parse({ channel: "phone", occurredOn: day, subject: "Delivery", ...changes });
const answer = (changes: Record<string, string> = {}) =>
  satisfactionForm.parse({ kind: "csat", score: "4", answeredOn: day, ...changes });
const incident = (changes: Record<string, string> = {}) =>
  openCaseForm.parse({ caseNumber: "C-1", subject: "Leak", priority: "high", openedOn: day, ...changes });
const person = (changes: Record<string, string> = {}) => contactForm.parse({ name: "Mia", ...changes });

beforeAll(async () => {
  await buildCompany();
  north = await buildUnit();
  const south = await buildUnit();
  ada = await buildEmployee({ unitId: north, name: "Ada", number: "E-ADA" });
  const ben = await buildEmployee({ unitId: south, name: "Ben", number: "E-BEN" });
  await buildEmployee({ unitId: north, name: "Left", number: "E-LEFT", leftOn: "2025-01-01" });
  mill = await buildAccount({ name: "Mill" });
  dock = await buildAccount({ name: "Dock" });
  await buildAssignment({ accountId: mill, employeeId: ada });
  await buildAssignment({ accountId: dock, employeeId: ben });
  await summariseAccounts([mill], { unitId: north });
  await summariseAccounts([dock], { unitId: south });
  dockContact = uuidv7();
  await sql()`insert into contacts (account_id, id, name) values (${dock}, ${dockContact}, 'Otto')`;
});

const countOf = async (table: string) =>
  Number((await sql()`select count(*) as n from ${sql()(table)} where account_id = ${mill}`)[0]?.["n"]);

describe("what a manager of another unit cannot do", () => {
  it.each([
    ["log an activity", (id: string) => logInteraction(writer(), id, uuidv7(), call())],
    ["record an answer", (id: string) => recordSatisfaction(writer(), id, uuidv7(), answer())],
    ["open a case", (id: string) => openCase(writer(), id, uuidv7(), incident())],
    [
      "resolve a case",
      (id: string) => resolveCase(writer(), id, uuidv7(), resolveCaseForm.parse({ resolvedOn: day })),
    ],
    ["add a contact", (id: string) => createContact(writer(), id, uuidv7(), person())],
    ["edit a contact", (id: string) => updateContact(writer(), id, dockContact, person())],
    ["archive a contact", (id: string) => archiveContact(writer(), id, dockContact)],
    ["list contacts", (id: string) => listContacts(reader(), id)],
    ["choose contacts", (id: string) => listContactChoices(writer(), id)],
    ["open a contact", (id: string) => getContact(writer(), id, dockContact)],
    ["list cases", (id: string) => listCases(reader(), id, { cursor: null, size: 5 })],
    ["open a case's page", (id: string) => getCase(writer(), id, uuidv7())],
    ["be given a case number", (id: string) => suggestCaseNumber(writer(), id)],
    ["read satisfaction", (id: string) => summariseSatisfaction(reader(), id)],
    ["list answers", (id: string) => listResponses(reader(), id, { cursor: null, size: 5 })],
    ["open a form", (id: string) => getFormAccount(writer(), id)],
    ["open a conversation form", (id: string) => getConversationForm(writer(), id)],
  ])("%s", async (_name, attempt) => {
    for (const id of [dock, uuidv7(), "xyz"]) await expect(attempt(id)).rejects.toMatchObject(notFound);
    const [event] = await sql()`select 1 from audit_events where subject_id = ${dock}`;
    expect(event).toBeUndefined();
  });
});

describe("an activity", () => {
  it("is logged once however often it is sent, with its audit event and its note for the rollups", async () => {
    const id = uuidv7();
    await logInteraction(
      writer(),
      mill,
      id,
      call({ employeeNumber: "E-ADA", minutes: "20", occurredTime: "09:30" }),
    );
    await logInteraction(writer(), mill, id, call());
    const [row] = await sql()`select occurred_at, employee_id, minutes from interactions where id = ${id}`;
    // 09:30 in Berlin in May.
    expect(row).toMatchObject({ occurredAt: new Date("2026-05-04T07:30:00Z"), employeeId: ada, minutes: 20 });
    expect(await sql()`select action from audit_events where detail->>'id' = ${id}`).toHaveLength(1);
    expect(await sql()`select 1 from rollup_queue where kind = 'account' and key = ${mill}`).toHaveLength(1);
  });

  it.each([
    ["a person out of reach", { employeeNumber: "E-BEN" }, "employeeNumber", "unknownEmployee"],
    ["a person who had left", { employeeNumber: "E-LEFT" }, "employeeNumber", "notEmployedThen"],
    ["a malformed contact", { contactId: "xyz" }, "contactId", "unknownContact"],
    ["a day to come", { occurredOn: "2199-01-01" }, "occurredOn", "inFuture"],
  ])("refuses %s", async (_name, changes, field, key) => {
    const before = await countOf("interactions");
    await expect(logInteraction(writer(), mill, uuidv7(), call(changes))).rejects.toMatchObject(
      refused(field, key),
    );
    expect(await countOf("interactions")).toBe(before);
  });

  it("refuses another account's contact, and takes a name of the account's own team", async () => {
    await expect(
      logInteraction(writer(), mill, uuidv7(), call({ contactId: dockContact })),
    ).rejects.toMatchObject(refused("contactId", "unknownContact"));
    await logInteraction(writer(), mill, uuidv7(), call({ employeeNumber: "Ada" }));
  });
});

describe("an answer", () => {
  it("is recorded, counted and listed", async () => {
    const id = uuidv7();
    await recordSatisfaction(writer(), mill, id, answer());
    await recordSatisfaction(writer(), mill, id, answer({ score: "1" }));
    const { responses } = await listResponses(reader(), mill, { cursor: null, size: 5 });
    expect(responses.map((row) => row.score)).toEqual([4]);
  });

  it.each([
    ["csat", "6"],
    ["csat", "0"],
    ["nps", "11"],
    ["ces", "8"],
  ])("off its scale is refused: %s %s", (kind, score) => {
    const parsed = satisfactionForm.safeParse({ kind, score, answeredOn: day });
    expect(parsed.error?.issues[0]?.path).toEqual(["score"]);
  });

  it("to come is refused", async () => {
    await expect(
      recordSatisfaction(writer(), mill, uuidv7(), answer({ answeredOn: "2199-01-01" })),
    ).rejects.toMatchObject(refused("answeredOn", "inFuture"));
  });
});

describe("a case", () => {
  it("is opened under a number of its own, resolved once, and keeps its time", async () => {
    const id = uuidv7();
    await openCase(writer(), mill, id, incident());
    await openCase(writer(), mill, id, incident());
    await expect(openCase(writer(), mill, uuidv7(), incident())).rejects.toMatchObject(
      refused("caseNumber", "taken"),
    );
    expect((await listCases(reader(), mill, { cursor: null, size: 5 })).open).toHaveLength(1);
    const tooEarly = resolveCaseForm.parse({ resolvedOn: "2026-05-03" });
    await expect(resolveCase(writer(), mill, id, tooEarly)).rejects.toMatchObject(
      refused("resolvedOn", "beforeOpening"),
    );
    await resolveCase(writer(), mill, id, resolveCaseForm.parse({ resolvedOn: "2026-05-06" }));
    await resolveCase(writer(), mill, id, resolveCaseForm.parse({ resolvedOn: "2026-05-09" }));
    const { open, resolved } = await listCases(reader(), mill, { cursor: null, size: 5 });
    expect(open).toHaveLength(0);
    expect(resolved[0]?.resolvedAt?.toISOString().slice(0, 10)).toBe("2026-05-06");
    expect(await suggestCaseNumber(writer(), mill)).toBe("C-0002");
  });

  it("of another account is not there", async () => {
    await expect(
      resolveCase(writer(), mill, uuidv7(), resolveCaseForm.parse({ resolvedOn: day })),
    ).rejects.toMatchObject(notFound);
  });
});

describe("a contact", () => {
  it("is added once, edited and archived; the account of another is not there", async () => {
    const id = uuidv7();
    await createContact(writer(), mill, id, person());
    await createContact(writer(), mill, id, person());
    await updateContact(writer(), mill, id, person({ email: "mia@mill.example" }));
    expect((await getContact(writer(), mill, id)).email).toBe("mia@mill.example");
    await archiveContact(writer(), mill, id);
    await archiveContact(writer(), mill, id);
    expect(await listContactChoices(writer(), mill)).toEqual([]);
    expect((await listContacts(reader(), mill))[0]?.isArchived).toBe(true);
    await expect(updateContact(writer(), mill, id, person())).rejects.toMatchObject(notFound);
    await expect(archiveContact(writer(), mill, dockContact)).rejects.toMatchObject(notFound);
    const actions = await sql()`select action from audit_events where detail->>'id' = ${id} order by id`;
    expect(actions.map((row) => row["action"])).toEqual([
      "contact.create",
      "contact.update",
      "contact.archive",
    ]);
  });

  it("refuses an address that is none", () => {
    expect(contactForm.safeParse({ name: "Mia", email: "mia" }).error?.issues[0]?.message).toBe("email");
  });
});
