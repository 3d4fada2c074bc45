import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "~/env.server";
import { Prisma, PrismaClient } from "./generated/client";

let client: PrismaClient | undefined;

/** The process's Prisma client, for reading and writing records with an explicit `select`. */
export function prisma(): PrismaClient {
  client ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }) });
  return client;
}

export type PrismaTransaction = Prisma.TransactionClient;
export { Prisma };

export async function closePrisma(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
