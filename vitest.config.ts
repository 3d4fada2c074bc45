import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/**
 * Files named `*.db.test.ts` need PostgreSQL, `*.ui.test.tsx` a document. The whole application, built, is needed by
 * `tests/start` (as a process), `tests/routes` (over HTTP) and `tests/e2e` (in a browser). The rest run bare.
 */
const wholeApplication = ["tests/e2e/**/*.test.ts", "tests/routes/**/*.test.ts"];
const notUnit = [
  "**/*.db.test.ts",
  "**/*.ui.test.tsx",
  "tests/start/**",
  ...wholeApplication,
  "node_modules/**",
  "build/**",
];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [tsconfigPaths()],
        test: {
          name: "unit",
          environment: "node",
          include: ["{app,scripts,tests,prisma}/**/*.test.ts"],
          exclude: notUnit,
          testTimeout: 60_000,
        },
      },
      {
        plugins: [tsconfigPaths()],
        test: {
          name: "ui",
          environment: "happy-dom",
          include: ["{app,tests}/**/*.ui.test.tsx"],
          setupFiles: ["tests/setup/ui.ts"],
        },
      },
      {
        plugins: [tsconfigPaths()],
        test: {
          name: "db",
          environment: "node",
          include: ["{app,scripts,tests,prisma}/**/*.db.test.ts"],
          globalSetup: ["tests/setup/database.ts"],
          setupFiles: ["tests/setup/db-file.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [tsconfigPaths()],
        test: {
          name: "e2e",
          environment: "node",
          include: wholeApplication,
          exclude: ["**/*.db.test.ts"],
          globalSetup: ["tests/setup/running-app.ts"],
          expect: { poll: { timeout: 15_000, interval: 100 } },
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        plugins: [tsconfigPaths()],
        test: {
          name: "start",
          environment: "node",
          include: ["tests/start/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
