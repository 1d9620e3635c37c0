import { beforeEach, expect, test, vi } from "vitest";
import type { ApiKeyCredential } from "@/db/queries/api-keys";
import { cachedCredential, forgetCredential } from "./credential-cache";

const credential: ApiKeyCredential = {
  id: "key_1",
  workspaceId: "ws_1",
  name: "Services",
  scopes: ["read"],
  expiresAt: null,
  revokedAt: null,
};

beforeEach(() => forgetCredential("hash"));

test("a key is asked for once in half a second", async () => {
  const find = vi.fn(async () => credential);
  for (const now of [0, 100, 499]) expect(await cachedCredential("hash", find, now)).toBe(credential);
  expect(find).toHaveBeenCalledTimes(1);
  await cachedCredential("hash", find, 500);
  expect(find).toHaveBeenCalledTimes(2);
});

test("a revocation elsewhere is seen within a second", async () => {
  await cachedCredential("hash", async () => credential, 0);
  const revoked = { ...credential, revokedAt: new Date() };
  expect(await cachedCredential("hash", async () => revoked, 999)).toBe(revoked);
});

test("a revocation in this process is seen at once", async () => {
  await cachedCredential("hash", async () => credential, 0);
  forgetCredential("hash");
  expect(await cachedCredential("hash", async () => null, 1)).toBeNull();
});

test("an unknown key is asked for every time, so that guessing fills no memory", async () => {
  const find = vi.fn(async () => null);
  await cachedCredential("hash", find, 0);
  await cachedCredential("hash", find, 1);
  expect(find).toHaveBeenCalledTimes(2);
});
