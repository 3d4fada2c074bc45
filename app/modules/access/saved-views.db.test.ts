import { beforeAll, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { savedViewForm } from "./saved-view";
import { listSavedViews, removeView, saveView } from "./saved-views.server";

const mine = "0190f000-0000-7000-8000-000000000001";
const theirs = "0190f000-0000-7000-8000-000000000002";
const entry = (name: string, query: string) => savedViewForm.parse({ list: "accounts", name, query });

beforeAll(async () => {
  for (const id of [mine, theirs])
    await sql()`insert into users (id, email, name, password_hash) values (${id}, ${`${id}@example.com`}, 'x', 'x')`;
});

it("keeps the filters without the page, renames nothing, and takes a name over", async () => {
  await saveView(mine, entry("  Falling ", "health=falling&sort=-revenue&at=abc&saved=1"));
  await saveView(mine, entry("Falling", "health=watch"));
  expect(await listSavedViews(mine, "accounts")).toMatchObject([{ name: "Falling", query: "health=watch" }]);
  expect(await listSavedViews(mine, "employees")).toEqual([]);
});

it("is the user's own: nobody else sees or removes it", async () => {
  const [view] = await listSavedViews(mine, "accounts");
  expect(await listSavedViews(theirs, "accounts")).toEqual([]);
  await removeView(theirs, view!.id);
  await removeView(mine, "'; drop table saved_views");
  expect(await listSavedViews(mine, "accounts")).toHaveLength(1);
  await removeView(mine, view!.id);
  expect(await listSavedViews(mine, "accounts")).toEqual([]);
});

it("stops at thirty, and still changes the ones there are", async () => {
  for (let index = 0; index < 32; index++) await saveView(mine, entry(`V${index}`, "q=a"));
  expect(await listSavedViews(mine, "accounts")).toHaveLength(30);
  await saveView(mine, entry("V0", "q=b"));
  expect((await listSavedViews(mine, "accounts")).find((view) => view.name === "V0")?.query).toBe("q=b");
});
