// Only the rules that need types; Biome holds the rest.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/**", "app/db/generated/**", "node_modules/**", "coverage/**", "**/*.js"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/only-throw-error": [
        "error",
        {
          allowThrowingUnknown: true,
          // A loader answers by throwing a redirect.
          allow: [{ from: "package", package: "@remix-run/server-runtime", name: "TypedResponse" }],
        },
      ],
    },
  },
);
