import type { APIResponse } from "@playwright/test";
import { endpoints } from "@/lib/api/endpoints";
import { startReceiver, type Receiver } from "@/scripts/receiver/start-receiver";
import { expect, test } from "./fixtures/test";
import { callAction } from "./matrix/call-action";
import { actions, handlers, inlineActions, pages } from "./matrix/entrances";
import { ACTIONS, HANDLERS, PAGES, type Need } from "./matrix/rules";
import { withKey } from "./matrix/things";
import { createWorld, type Place, type World } from "./matrix/world";

// Every page, handler and action, called by everybody over HTTP. What is found in the files and has no rule fails.

let world: World;
let receiver: Receiver;

test.describe.configure({ timeout: 600_000 });

test.beforeAll(async () => {
  test.setTimeout(900_000);
  receiver = await startReceiver();
  world = await createWorld(receiver.url("/matrix"));
});

test.afterAll(async () => {
  await world?.close();
  await receiver?.stop();
});

test("every page, handler and action has a rule, and every rule something that it is for", () => {
  const isDocs = (address: string) => /^\/docs(\/|$)/.test(address);
  expect(Object.keys(PAGES).sort()).toEqual(pages().filter((address) => !isDocs(address)));
  const own = handlers().map(({ address }) => address);
  const v1 = own.filter((address) => address.startsWith("/api/v1/"));
  expect(Object.keys(HANDLERS).sort()).toEqual(own.filter((address) => !v1.includes(address)).sort());
  const documented = new Set(endpoints.map(({ path }) => path.replace("{id}", "[id]")));
  expect(v1.filter((address) => !documented.has(address))).toEqual(["/api/v1/openapi.json"]);
  const names = actions().map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(Object.keys(ACTIONS).sort()).toEqual(names.sort());
  expect(inlineActions()).toEqual([]);
});

const PARTS = {
  ...{
    workspace: "slug",
    channel: "channel",
    delivery: "delivery",
    redelivery: "redelivery",
    event: "event",
  },
  token: "inspector",
} as const satisfies Record<string, keyof Place>;

/** An address with the ids of a place. */
const at = (address: string, place: Place): string =>
  address.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, part: string) =>
    part in PARTS ? place[PARTS[part as keyof typeof PARTS]] : "unknown",
  );

type Person = keyof World["people"];
const EVERYBODY = [
  "nobody",
  "revoked",
  "member",
  "admin",
  "owner",
  "foreigner",
] as const satisfies readonly Person[];

/** What somebody gets where only some may pass. `sign-in`: led there. */
const EXPECTED: Record<Exclude<Need, "anyone">, Record<Person, number | "sign-in">> = {
  account: { nobody: "sign-in", revoked: "sign-in", member: 200, admin: 200, owner: 200, foreigner: 200 },
  member: { nobody: "sign-in", revoked: "sign-in", member: 200, admin: 200, owner: 200, foreigner: 404 },
  manager: { nobody: "sign-in", revoked: "sign-in", member: 403, admin: 200, owner: 200, foreigner: 404 },
};

const outcomeOf = (answer: APIResponse): number | "sign-in" =>
  /\/sign-in(\?|$)/.test(answer.headers().location ?? "") ? "sign-in" : answer.status();

/** Fails when an answer tells somebody a name that is not for them. */
async function expectNoLeak(who: Person, what: string, answer: APIResponse): Promise<void> {
  const hidden =
    who === "member"
      ? world.secrets.members
      : who === "admin" || who === "owner"
        ? []
        : world.secrets.outsiders;
  const body = await answer.text();
  for (const secret of hidden) expect(body.includes(secret), `${what} tells ${who} ${secret}`).toBe(false);
}

test("pages: each person gets what the rule says, and reads no name that is not for them", async () => {
  const before = await world.fingerprint();
  const wrong: string[] = [];
  for (const [address, need] of Object.entries(PAGES)) {
    if (need === "anyone") continue;
    for (const who of EVERYBODY) {
      const answer = await world.people[who].get(at(address, world.here), {
        maxRedirects: address === "/" ? 0 : 0,
      });
      const expected = EXPECTED[need][who];
      const outcome = outcomeOf(answer);
      const passes =
        expected === 200
          ? [200, 307].includes(Number(outcome)) && outcome !== "sign-in"
          : outcome === expected;
      if (!passes) wrong.push(`${address} answers ${who} ${outcome}, not ${expected}`);
      await expectNoLeak(who, address, answer);
    }
  }
  expect(wrong).toEqual([]);
  expect(await world.fingerprint()).toBe(before);
});

test("pages: another workspace's ids read as absent in one's own", async () => {
  const mine = { ...world.here, slug: world.elsewhere };
  for (const address of Object.keys(PAGES).filter((path) => /\[(delivery|redelivery|event)\]/.test(path))) {
    const answer = await world.people.foreigner.get(at(address, mine));
    expect(answer.status(), address).toBe(404);
    await expectNoLeak("foreigner", address, answer);
  }
});

test("handlers: each person gets what the rule says, with every method", async () => {
  const before = await world.fingerprint();
  const status = { nobody: 401, revoked: 401, member: 403, admin: 200, owner: 200, foreigner: 404 } as const;
  const wrong: string[] = [];
  for (const { address, methods } of handlers()) {
    if (HANDLERS[address] !== "manager") continue;
    for (const method of methods) {
      for (const who of EVERYBODY) {
        const answer = await world.people[who].fetch(at(address, world.here), { method });
        // 422: let in, and told that a query is missing.
        const outcome = answer.status() === 422 ? 200 : answer.status();
        if (outcome !== status[who]) wrong.push(`${method} ${address} answers ${who} ${answer.status()}`);
        await expectNoLeak(who, address, answer);
      }
      const mine = await world.people.foreigner.fetch(at(address, { ...world.here, slug: world.elsewhere }), {
        method,
      });
      await expectNoLeak("foreigner", address, mine);
    }
  }
  expect(wrong).toEqual([]);
  expect(await world.fingerprint()).toBe(before);
});

test("handlers that a token opens stay shut without it", async () => {
  for (const path of ["/api/metrics", "/api/inngest", "/api/inspector/none", "/inspector/none/requests"]) {
    for (const who of ["nobody", "owner"] as const) {
      expect([401, 404], path).toContain((await world.people[who].get(path)).status());
    }
  }
});

/** Who is refused by an action, and how; whoever may call it gets through to its input. */
const AT_ACTIONS: Record<Need, { refused: Partial<Record<Person, number>>; allowed: Person[] }> = {
  anyone: { refused: {}, allowed: ["nobody"] },
  account: { refused: { nobody: 401, revoked: 401 }, allowed: ["owner"] },
  member: { refused: { nobody: 401, revoked: 401, foreigner: 404 }, allowed: ["owner", "admin", "member"] },
  manager: {
    refused: { nobody: 401, revoked: 401, member: 403, foreigner: 404 },
    allowed: ["owner", "admin"],
  },
};

/** These take a form's data, not an input that is parsed first; stories of their own tell their refusals. */
const FORMS = ["signIn", "signOut"];

function callable(name: string, place: Place) {
  const action = world.actions.get(name);
  if (!action) throw new Error(`The build knows no action ${name}.`);
  return { ...action, page: at(action.page, place) };
}

test("actions: each person gets what the rule says, and nothing changes", async () => {
  const before = await world.fingerprint();
  const wrong: string[] = [];
  for (const [name, { need, input }] of Object.entries(ACTIONS)) {
    const call = (who: Person, value: unknown) => {
      const args = need === "manager" || need === "member" ? [world.here.slug, value] : [value];
      return callAction(world.people[who], callable(name, world.here), args);
    };
    const { refused, allowed } = AT_ACTIONS[need];
    for (const who of EVERYBODY.filter((person) => person in refused)) {
      const answer = await call(who, input(world.here));
      if (answer.status() !== refused[who]) wrong.push(`${name} answers ${who} ${answer.status()}`);
      if (answer.headers()["x-nextjs-action-not-found"]) wrong.push(`${name} was not found`);
      await expectNoLeak(who, name, answer);
    }
    // The same call without an input, by whoever may: the refusals above are not a matter of its form.
    for (const who of FORMS.includes(name) ? [] : allowed) {
      const answer = await call(who, null);
      const judged = answer.status() === 200 && (await answer.text()).includes('"ok":false');
      if (!judged) wrong.push(`${name} answers ${who} ${answer.status()} to no input`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await world.fingerprint()).toBe(before);
});

test("actions: another workspace's ids do nothing in one's own", async () => {
  const before = await world.fingerprint();
  const wrong: string[] = [];
  for (const [name, { input, foreign }] of Object.entries(ACTIONS)) {
    if (foreign === "takes none") continue;
    const target = callable(name, { ...world.here, slug: world.elsewhere });
    const answer = await callAction(world.people.foreigner, target, [world.elsewhere, input(world.here)]);
    const body = await answer.text();
    const expected = foreign === "refuses" ? '"ok":false' : '"ok":true';
    // As if the id were unknown, not as if the input were wrong.
    const asUnknown = foreign !== "refuses" || /not_found|invalid/.test(body);
    if (!body.includes(expected) || !asUnknown)
      wrong.push(`${name} answers ${answer.status()} ${body.slice(0, 200)}`);
    await expectNoLeak("foreigner", name, answer);
  }
  expect(wrong).toEqual([]);
  expect(await world.fingerprint()).toBe(before);
});

test("actions that anybody may call do nothing without a valid token", async () => {
  const before = await world.fingerprint();
  for (const name of ["joinWithNewAccount", "setNewPassword", "setUpSystem"]) {
    const answer = await callAction(world.people.nobody, callable(name, world.here), [
      ACTIONS[name]?.input(world.here),
    ]);
    expect(await answer.text(), name).toContain('"ok":false');
    expect(answer.headers()["set-cookie"] ?? "", name).not.toContain("session-token");
  }
  expect(await world.fingerprint()).toBe(before);
});

test("the API: no key, a revoked key and a session are 401, each scope alone opens its own calls, foreign ids read as absent", async () => {
  const before = await world.fingerprint();
  const wrong: string[] = [];
  const ids: Record<string, string> = {
    ...{ channels: world.here.channel, events: world.here.event },
    ...{ deliveries: world.here.delivery, redeliveries: world.here.redelivery },
  };
  const keys = await Promise.all(
    Object.entries(world.keys).map(async ([name, key]) => [name, await withKey(key)] as const),
  );
  const callers = [["no key", world.people.nobody], ["session", world.people.owner], ...keys] as const;
  for (const { method, path, scope, id } of endpoints) {
    const address = path.replace("{id}", ids[path.split("/")[3] ?? ""] ?? "unknown");
    for (const [caller, context] of callers) {
      if (caller === "all" || caller === scope) continue;
      const answer = await context.fetch(address, { method, ...(method === "GET" ? {} : { data: {} }) });
      const own = path.includes("{id}") ? [404] : [200, 201, 202, 422];
      const expected =
        caller === "foreign" ? own : ["no key", "session", "revoked"].includes(caller) ? [401] : [403];
      if (!expected.includes(answer.status())) wrong.push(`${id} answers ${caller} ${answer.status()}`);
      if (caller === "foreign") await expectNoLeak("foreigner", id, answer);
    }
  }
  for (const [, context] of keys) await context.dispose();
  expect(wrong).toEqual([]);
  expect(await world.fingerprint()).toBe(before);
});
