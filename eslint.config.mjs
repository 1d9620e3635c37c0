import { defineConfig, globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

export default defineConfig([
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      "no-restricted-globals": [
        "error",
        { name: "fetch", message: "Outbound requests go through lib/http/send." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read configuration through lib/env." },
      ],
    },
  },
  {
    // The browser has no lib/http, and these files start or watch processes.
    files: [
      "components/**",
      "app/**/*.tsx",
      "scripts/**",
      "e2e/**",
      "bench/**",
      "faults/**",
      "docs/snippets/**",
      "**/testing/**",
      "**/*.test.ts",
      "*.config.*",
    ],
    rules: { "no-console": "off", "no-restricted-globals": "off", "no-restricted-properties": "off" },
  },
  {
    files: ["lib/env.ts", "lib/client/**", "instrumentation.ts"],
    rules: { "no-restricted-properties": "off", "no-restricted-globals": "off" },
  },
  globalIgnores([
    "**/.next/**",
    ".next-*/**",
    "drizzle/**",
    "next-env.d.ts",
    ".data/**",
    "public/**",
    "test-results/**",
  ]),
]);
