import { expect, request, type APIRequestContext, type APIResponse } from "@playwright/test";
import { DEMO } from "@/db/seed";
import { unique } from "../fixtures/people";
import { target } from "../fixtures/target";
import { callables, callAction, type Callable } from "./call-action";
import { PAGES } from "./rules";
import { fill, newestTarget, trailOf, withKey } from "./things";

/** The things of one workspace, by their ids. */
export interface Place {
  slug: string;
  channel: string;
  project: string;
  event: string;
  delivery: string;
  redelivery: string;
  apiKey: string;
  invite: string;
  user: string;
  inspector: string;
}

/** Two workspaces that know nothing of each other, and everybody who may knock at the first. */
export interface World {
  here: Place;
  /** The workspace of `foreigner`. */
  elsewhere: string;
  people: Record<"nobody" | "revoked" | "member" | "admin" | "owner" | "foreigner", APIRequestContext>;
  actions: Map<string, Callable>;
  /** API keys: of the workspace with one scope each and with all, of the other one, and one that was revoked. */
  keys: Record<"events:write" | "read" | "manage" | "all" | "foreign" | "revoked", string>;
  /** Names that outsiders must never read, and those that members must not read either. */
  secrets: { outsiders: string[]; members: string[] };
  /** All that could have changed, as text. */
  fingerprint(): Promise<string>;
  close(): Promise<void>;
}

/** Makes both over HTTP, as people would, on the product under test; the demo workspace is left as it was. */
export async function createWorld(receiverUrl: string): Promise<World> {
  const { baseURL } = await target();
  const fresh = () => request.newContext({ baseURL });
  const demo = await fresh();
  await signIn(demo);
  await openPages(demo);
  const actions = await callables(demo);
  const call = async (who: APIRequestContext, name: string, ...args: unknown[]): Promise<APIResponse> => {
    const action = actions.get(name);
    if (!action) throw new Error(`The build knows no action ${name}.`);
    return callAction(who, { ...action, page: action.page.replace("[workspace]", DEMO.slug) }, args);
  };
  const join = async (by: APIRequestContext, slug: string, role: string) => {
    const who = await fresh();
    const token = after('"path":"/invite/', await call(by, "createInvite", slug, { role, note: "" }));
    const id = unique();
    const account = { name: `Person ${id}`, email: `p-${id}@matrix.test`, password: `matrix person ${id}` };
    const joined = await call(who, "joinWithNewAccount", { ...account, token: await token });
    expect(joined.headers()["x-action-redirect"]).toContain(slug);
    return who;
  };
  const found = async (who: APIRequestContext, name: string) => {
    const slug = `m-${unique()}`;
    const made = await call(who, "addWorkspace", { name, slug, locale: "en-GB", timeZone: "UTC" });
    expect(made.headers()["x-action-redirect"]).toContain(slug);
    return slug;
  };

  const secret = `canary-${unique()}`;
  const team = `Team ${secret}`;
  const thing = `thing-${secret}`;
  const owner = await join(demo, DEMO.slug, "member");
  const slug = await found(owner, team);
  await call(owner, "leaveWorkspace", DEMO.slug, {});
  const admin = await join(owner, slug, "admin");
  const member = await join(owner, slug, "member");
  const foreigner = await join(owner, slug, "admin");
  const elsewhere = await found(foreigner, `Elsewhere ${unique()}`);
  await call(foreigner, "leaveWorkspace", slug, {});
  const leaving = await join(owner, slug, "admin");
  const revoked = await request.newContext({ baseURL, storageState: await leaving.storageState() });
  await call(leaving, "signOut", true);
  await leaving.dispose();

  const newKey = async (who: APIRequestContext, at: string, name: string, scopes: string[]) =>
    `ck_${await after('"key":"ck_', await call(who, "addApiKey", at, { name, scopes, expiresAt: null }))}`;
  const all = ["events:write", "read", "manage"];
  const keys = {
    "events:write": await newKey(owner, slug, `${thing} w`, ["events:write"]),
    read: await newKey(owner, slug, `${thing} r`, ["read"]),
    manage: await newKey(owner, slug, `${thing} m`, ["manage"]),
    revoked: await newKey(owner, slug, `${thing} revoked`, all),
    all: await newKey(owner, slug, `${thing} all`, all),
    foreign: await newKey(foreigner, elsewhere, "Theirs", all),
  };
  const inspector = await after(
    '"token":"',
    await call(owner, "addInspector", slug, { provider: "webhook" }),
  );
  await call(owner, "createInvite", slug, { role: "member", note: thing });
  const revokedId = await newestTarget(owner, slug, "api_key.created", `${thing} revoked`);
  await call(owner, "endApiKey", slug, { id: revokedId });
  const things = await fill(keys.all, { name: thing, url: receiverUrl });
  const here: Place = {
    ...{ slug, inspector, ...things },
    apiKey: await newestTarget(owner, slug, "api_key.created", `${thing} all`),
    invite: await newestTarget(owner, slug, "invite.created"),
    user: await newestTarget(owner, slug, "member.joined"),
  };
  const api = await withKey(keys.all);
  const nobody = await fresh();
  const people = { nobody, revoked, member, admin, owner, foreigner };
  return {
    ...{ here, elsewhere, people, actions, keys },
    secrets: { outsiders: [secret], members: [thing] },
    fingerprint: async () => {
      const lists = ["channels", "projects", "deliveries", "events"];
      const read = lists.map(async (list) => (await api.get(`/api/v1/${list}`)).text());
      return (await Promise.all([...read, trailOf(owner, slug)])).join("\n");
    },
    close: async () => {
      for (const context of [...Object.values(people), api, demo]) await context.dispose();
    },
  };
}

/** What follows a mark in an answer, up to the end of its string. */
async function after(mark: string, answer: APIResponse): Promise<string> {
  const body = await answer.text();
  const start = body.indexOf(mark);
  if (start < 0) throw new Error(`No ${mark} in an answer of ${answer.status()}: ${body.slice(0, 200)}`);
  return body.slice(start + mark.length).split('"')[0] ?? "";
}

async function signIn(who: APIRequestContext): Promise<void> {
  const { csrfToken } = (await (await who.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const password = process.env.E2E_PASSWORD ?? DEMO.password;
  const form = { email: DEMO.emails.owner, password, csrfToken, json: "true" };
  expect((await who.post("/api/auth/callback/credentials", { form })).status()).toBe(200);
}

/** In development a page, and the actions on it, are there once somebody has opened it. */
async function openPages(who: APIRequestContext): Promise<void> {
  for (const address of Object.keys(PAGES)) {
    await who.get(address.replace("[workspace]", DEMO.slug).replace(/\[\w+\]/g, "none"), {
      timeout: 120_000,
    });
  }
}
