import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { dataFolder, startProduct } from "./own-product";

test.describe.configure({ timeout: 180_000 });

test("the doctor finds a running product in order, and a stopped one to be started", async () => {
  const data = dataFolder();
  const product = await startProduct(data.path);
  const doctor = () =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/doctor.ts"], {
      cwd: join(import.meta.dirname, "..", ".."),
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        DATA_DIR: data.path,
        PORT: new URL(product.origin).port,
      },
    });
  try {
    await product.ready();
    const healthy = doctor();
    expect(healthy.stderr).toBe("");
    expect(healthy.stdout).toContain(", 0 failed");
    for (const line of [
      /ok {4}encryption key .*opens what is stored/,
      /ok {4}engine .*1 worker/,
      /ok {4}web .*ready/,
    ]) {
      expect(healthy.stdout).toMatch(line);
    }
    expect(healthy.status).toBe(0);
    product.launcher.kill("SIGTERM");
    await product.ended();
    const stopped = doctor();
    expect(stopped.status).toBe(1);
    expect(stopped.stdout).toMatch(/FAIL {2}database .*is not running\.\n.*→ Start Carillon: npm start/);
  } finally {
    await data.remove();
  }
});
