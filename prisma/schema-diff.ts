/** SQL that leads from one text of the Prisma schema to another, without a database. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const require = createRequire(import.meta.url);

/** The engine asks only for the server's version before it diffs two schema files. */
const versionAnswer = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [5, 7, 0],
  rows: [[true, "PostgreSQL 17.0", 170000]],
};

const answeringAdapter = {
  provider: "postgres",
  adapterName: "offline",
  connect: () => Promise.resolve(answeringAdapter),
  connectToShadowDb: () => Promise.resolve(answeringAdapter),
  queryRaw: () => Promise.resolve(versionAnswer),
  executeRaw: () => Promise.resolve(0),
  executeScript: () => Promise.resolve(),
  dispose: () => Promise.resolve(),
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  startTransaction: () => Promise.reject(new Error("There is no database behind this adapter.")),
};

/** `from` null means an empty database. An empty answer means that nothing changed. */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const { SchemaEngine } = await loadEngine();
  const engine = await SchemaEngine.new(
    { datamodels: [["schema.prisma", to]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(answeringAdapter as never),
  );
  const result = await engine.diff({
    from:
      from === null
        ? { tag: "empty" }
        : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: from }] },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: to }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  } as Parameters<typeof engine.diff>[0]);
  engine.free();
  const script = (result.stdout ?? "").trim();
  return script === "-- This is an empty migration." ? "" : script;
}

type Engine = typeof import("@prisma/schema-engine-wasm");
let loading: Promise<Engine> | undefined;

/** The package imports its .wasm file as a module, which Node 20 cannot: instantiate it by hand instead. */
function loadEngine(): Promise<Engine> {
  loading ??= (async () => {
    const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as Engine & {
      __wbg_set_wasm: (exports: unknown) => void;
    };
    const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
    const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, {
      "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
    });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports["__wbindgen_start"] as () => void)();
    return glue;
  })();
  return loading;
}
