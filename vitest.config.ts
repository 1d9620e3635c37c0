import { defineConfig } from "vitest/config";

const alias = {
  "@": import.meta.dirname,
  // It throws outside a React server; its check belongs to the production build.
  "server-only": `${import.meta.dirname}/node_modules/server-only/empty.js`,
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,bench,components,db,faults,inngest,lib,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**", "**/.next/**"],
          // Property tests and compilers take a while where many things run at once.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["{app,db,inngest,lib,scripts}/**/*.integration.test.ts"],
          globalSetup: ["./db/testing/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
