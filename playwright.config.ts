import { defineConfig } from "@playwright/test";
import { browserLaunch } from "./e2e/fixtures/browser";
import { target } from "./e2e/fixtures/target";

const { baseURL, apiKey, external } = await target();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // One product and one browser at a time: two cores carry both, and the demo workspace is shared.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    browserName: "chromium",
    launchOptions: browserLaunch(),
    trace: "retain-on-failure",
    locale: "en-GB",
    timezoneId: "UTC",
  },
  projects: [
    { name: "stories", testIgnore: "**/launcher/**" },
    // These start products of their own (a running one is not theirs to kill) and find their processes in /proc.
    ...(external || process.platform !== "linux"
      ? []
      : [{ name: "launcher", testMatch: "**/launcher/**/*.spec.ts" }]),
  ],
  ...(!external && {
    webServer: {
      command: "node --import tsx e2e/fixtures/product.ts",
      url: `${baseURL}/api/ready`,
      // Long enough for a production build on a busy machine.
      timeout: 300_000,
      reuseExistingServer: false,
      gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
      stdout: "ignore",
      stderr: "pipe",
      env: {
        PORT: new URL(baseURL).port,
        HOST: "127.0.0.1",
        DATABASE_URL: "",
        APP_URL: "",
        DEMO_API_KEY: apiKey,
        RETRY_SCHEDULE: "0.5,0.5,1,1,1",
        STALLED_AFTER: "5",
        LOG_LEVEL: "warn",
      },
    },
  }),
});
