import { Resolver } from "node:dns/promises";
import { afterEach, describe, expect, test } from "vitest";
import { askNameServers } from "./name-servers";
import { startNameServer, type DnsReply } from "./testing/name-server";

const cleanUp: (() => unknown)[] = [];
afterEach(() => {
  for (const end of cleanUp.splice(0)) end();
});

async function nameServers(reply: (name: string, type: "A" | "AAAA") => DnsReply): Promise<Resolver> {
  const server = await startNameServer(reply);
  cleanUp.push(server.close);
  const resolver = new Resolver({ timeout: 100, tries: 1 });
  resolver.setServers([server.address]);
  return resolver;
}

const V6 = "26064700000000000000000000001111";
const none: DnsReply = { addresses: [] };

describe("name servers", () => {
  test("give the addresses of both families", async () => {
    const servers = await nameServers((_name, type) => ({
      addresses: type === "A" ? ["8.8.8.8", "8.8.4.4"] : [V6],
    }));
    expect(await askNameServers(servers, "a.example")).toEqual(["8.8.8.8", "8.8.4.4", "2606:4700::1111"]);
  });

  test.each([
    [
      "IPv4 only",
      (type: string): DnsReply => (type === "A" ? { addresses: ["8.8.8.8"] } : none),
      ["8.8.8.8"],
    ],
    [
      "IPv6 only",
      (type: string): DnsReply => (type === "A" ? none : { addresses: [V6] }),
      ["2606:4700::1111"],
    ],
    [
      "IPv4, and fail for IPv6",
      (type: string): DnsReply => (type === "A" ? { addresses: ["8.8.8.8"] } : { rcode: 2 }),
      ["8.8.8.8"],
    ],
    [
      "IPv4, and ignore questions for IPv6",
      (type: string): DnsReply => (type === "A" ? { addresses: ["8.8.8.8"] } : "silence"),
      ["8.8.8.8"],
    ],
  ])("that know %s are enough", async (_name, reply, addresses) => {
    const servers = await nameServers((_host, type) => reply(type));
    expect(await askNameServers(servers, "a.example")).toEqual(addresses);
  });

  test.each<[string, DnsReply, RegExp]>([
    ["no such name", { rcode: 3 }, /ENOTFOUND/],
    ["a name without addresses", none, /ENODATA/],
    ["a failure", { rcode: 2 }, /ESERVFAIL/],
    ["a refusal", { rcode: 5 }, /EREFUSED/],
    ["nothing", "silence", /ETIMEOUT/],
  ])("that say %s make the look-up fail in time", async (_name, reply, code) => {
    const servers = await nameServers(() => reply);
    await expect(askNameServers(servers, "a.example")).rejects.toMatchObject({
      code: expect.stringMatching(code),
    });
  });

  test("in trouble for one family explain more than 'no address' for the other", async () => {
    const servers = await nameServers((_name, type) => (type === "A" ? none : { rcode: 2 }));
    await expect(askNameServers(servers, "a.example")).rejects.toMatchObject({ code: "ESERVFAIL" });
  });

  test("that name an alias of itself give no address, and no endless search", async () => {
    const servers = await nameServers(() => ({ alias: "a.example" }));
    expect(await askNameServers(servers, "a.example")).toEqual([]);
  });

  test("with eighty addresses give them all", async () => {
    const addresses = Array.from({ length: 80 }, (_, number) => `8.8.8.${number}`);
    const servers = await nameServers((_name, type) => (type === "A" ? { addresses } : none));
    expect(await askNameServers(servers, "a.example")).toEqual(addresses);
  });
});
