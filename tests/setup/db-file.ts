/** Gives every test file a database of its own, cloned from the migrated template, before it imports anything. */
import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { closePrisma } from "../../app/db/client.server";
import { closeSql, connectSql } from "../../app/db/sql.server";

const template = new URL(inject("templateUrl"));
const name = `t_${randomBytes(6).toString("hex")}`;
const adminUrl = new URL(template);
adminUrl.pathname = "/postgres";

const admin = connectSql(adminUrl.href, { max: 1 });
await admin.unsafe(`create database ${name} template ${template.pathname.slice(1)}`);
await admin.end();

const own = new URL(template);
own.pathname = `/${name}`;
process.env["DATABASE_URL"] = own.href;

afterAll(async () => {
  await closeSql();
  await closePrisma();
  const cleaner = connectSql(adminUrl.href, { max: 1 });
  await cleaner.unsafe(`drop database if exists ${name} with (force)`);
  await cleaner.end();
});
