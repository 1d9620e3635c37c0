import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { users, workspaces } from "@/db/schema";
import { findMembership } from "@/db/queries/visitors";
import { Invalid } from "@/lib/errors";
import { createPeopleWorld, type PeopleWorld } from "@/scripts/testing/people-world";
import { createWorkspace } from "./create-workspace";
import { setUp } from "./set-up";
import { updateWorkspace } from "./update-workspace";

let world: PeopleWorld;
beforeAll(async () => {
  world = await createPeopleWorld();
});
afterAll(() => world.close());

// Empty each time: that is what a set-up is about.
beforeEach(async () => {
  await world.db.execute(sql`truncate ${users}, ${workspaces} cascade`);
});

const input = (at = 0) => ({
  account: { name: `Nia ${at}`, email: `nia${at}@new.test`, password: "seven quiet lanterns" },
  workspace: { name: "Harbour Team", slug: `harbour-${at}`, locale: "de-AT", timeZone: "Europe/Vienna" },
});

describe("setUp", () => {
  test("makes the owner and the workspace, with the browser's locale and time zone", async () => {
    const { slug, user } = await setUp(world, input());
    expect(await findMembership(world.sql, user.id, slug)).toMatchObject({
      role: "owner",
      workspace: { name: "Harbour Team", slug: "harbour-0", locale: "de-AT", timeZone: "Europe/Vienna" },
    });
    const [workspace] = await world.db.select().from(workspaces);
    expect(await world.trail(workspace?.id ?? "")).toMatchObject([{ action: "workspace.created" }]);
  });

  test("of many at the same moment lets one succeed", async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => setUp(world, input(at))));
    const late = results.filter(({ status }) => status === "rejected");
    expect(late).toHaveLength(7);
    for (const result of late) expect(result).toMatchObject({ reason: { code: "already_set_up" } });
    expect(await world.db.$count(users)).toBe(1);
    expect(await world.db.$count(workspaces)).toBe(1);
  });

  test("is over as soon as anybody has an account", async () => {
    await world.person("Somebody");
    await expect(setUp(world, input())).rejects.toMatchObject({ code: "already_set_up" });
    expect(await world.db.$count(workspaces)).toBe(0);
  });

  test("names every field that is wrong, and changes nothing", async () => {
    const wrong = {
      account: { name: "", email: "nia", password: "12345678" },
      workspace: { name: "\n", slug: "docs" },
    };
    const error = await setUp(world, wrong).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Invalid);
    const paths = (error as Invalid).errors.map(({ path }) => path);
    expect(paths).toEqual(["name", "email", "password", "workspaceName", "slug"]);
    expect(await world.db.$count(users)).toBe(0);
  });

  test("gives up a locale and time zone that nobody knows for the defaults", async () => {
    const { account, workspace } = input();
    const odd = { ...workspace, locale: "not_a_locale", timeZone: "Mars/Olympus" };
    await setUp(world, { account, workspace: odd });
    expect(await world.db.select().from(workspaces)).toMatchObject([{ locale: "en-GB", timeZone: "UTC" }]);
  });
});

describe("createWorkspace", () => {
  test("makes whoever asks its owner", async () => {
    const person = await world.person("Robin Vale");
    const { id, slug } = await createWorkspace(person, { name: " Second Team ", slug: "second-team" });
    expect(await findMembership(world.sql, person.user.id, slug)).toMatchObject({
      role: "owner",
      workspace: { name: "Second Team" },
    });
    expect(await world.trail(id)).toMatchObject([{ action: "workspace.created", actorName: "Robin Vale" }]);
  });

  test.each(["docs", "account", "Upper", "x"])("refuses the address %s", async (slug) => {
    const person = await world.person("Robin Vale");
    const refused = createWorkspace(person, { name: "Team", slug });
    await expect(refused).rejects.toMatchObject({ errors: [{ path: "slug" }] });
  });

  test("gives an address to one of many who want it at the same moment", async () => {
    const people = await Promise.all(["A", "B", "C"].map((name) => world.person(name)));
    const results = await Promise.allSettled(
      people.map((person) => createWorkspace(person, { name: "Team", slug: "wanted" })),
    );
    const late = results.filter(({ status }) => status === "rejected");
    expect(late).toHaveLength(2);
    for (const result of late) expect(result).toMatchObject({ reason: { code: "slug_taken" } });
  });
});

describe("updateWorkspace", () => {
  test("changes what differs, with before and after in the trail; nothing twice", async () => {
    const { id } = await world.workspace();
    const ctx = (await world.person("Ada Admin", [id, "admin"])).in(id, "admin");
    const settings = { name: "Harbour Team", locale: "DE-at", timeZone: "Europe/Vienna" };
    expect(await updateWorkspace(ctx, settings)).toMatchObject({ locale: "de-AT" });
    await updateWorkspace(ctx, settings);
    expect(await world.trail(id)).toMatchObject([
      {
        action: "workspace.updated",
        before: { locale: "en-GB", timeZone: "UTC" },
        after: { locale: "de-AT", timeZone: "Europe/Vienna" },
      },
    ]);
  });

  test("names every field that is wrong, and changes nothing; members may not at all", async () => {
    const { id } = await world.workspace();
    const person = await world.person("Robin", [id, "admin"]);
    const wrong = { name: "", locale: "xx_invalid", timeZone: "+02:00" };
    const error = await updateWorkspace(person.in(id, "admin"), wrong).catch((thrown: unknown) => thrown);
    expect((error as Invalid).errors.map(({ path }) => path)).toEqual(["name", "locale", "timeZone"]);
    const asMember = updateWorkspace(person.in(id, "member"), {
      name: "X",
      locale: "en-GB",
      timeZone: "UTC",
    });
    await expect(asMember).rejects.toMatchObject({ status: 403 });
    expect(await world.db.select().from(workspaces)).toMatchObject([{ name: "Harbour Team" }]);
  });
});
