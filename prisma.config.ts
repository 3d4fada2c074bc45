import { defineConfig } from "prisma/config";

// `generate` and `validate` need no schema engine but would download one: any executable satisfies the check.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
