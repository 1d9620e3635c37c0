import { describe, expect, test } from "vitest";
import { envSchema } from "@/lib/env";
import { checkTarget, egressPolicy, isAllowListed, parseEgress } from "./egress";
import { ownReceiverUrl } from "./own-receiver";
import { createSender } from "./sender";
import { respond, startReceiver } from "./testing/receiver";

const strict = parseEgress("");
const nowhere = async (): Promise<string[]> =>
  Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
const leadsTo =
  (...addresses: string[]) =>
  async () =>
    addresses;

/** Refused when saved, when tested and when sent, whatever the name servers say. */
const REFUSED: [string, string][] = [
  // Spellings of 127.0.0.1 that a URL parser normalises.
  ["1 decimal", "http://2130706433/"],
  ["2 octal", "http://017700000001/"],
  ["3 hexadecimal", "http://0x7f000001/"],
  ["4 short hexadecimal", "http://0x7f.1/"],
  ["5 short", "http://127.1/"],
  ["6 zero", "http://0/"],
  ["7 octal part", "http://0177.0.0.1/"],
  ["8 octal metadata", "http://0251.0376.0251.0376/"],
  ["9 decimal metadata", "http://2852039166/"],
  ["10 final dot", "http://127.0.0.1./"],
  ["11 circled digits", "http://①②⑦.⓪.⓪.①/"],
  ["12 ideographic dots", "http://127。0。0。1/"],
  ["13 soft hyphen", "http://127.0.0.\u00ad1/"],
  ["14 tab inside", "http://127.0.\t0.1/"],
  ["15 without slashes", "http:127.0.0.1"],
  ["16 backslashes", "http:\\\\127.0.0.1"],
  ["17 percent-encoded", "http://127.0.0.%31/"],
  // IPv4 inside IPv6.
  ["18 mapped", "http://[::ffff:7f00:1]/"],
  ["18 mapped, dotted", "http://[::ffff:127.0.0.1]/"],
  ["18 mapped metadata", "http://[::ffff:169.254.169.254]/"],
  ["19 compatible", "http://[::7f00:1]/"],
  ["20 translated", "http://[::ffff:0:7f00:1]/"],
  ["21 ISATAP", "http://[::5efe:7f00:1]/"],
  ["21 ISATAP in a public network", "http://[fe80::200:5efe:7f00:1]/"],
  ["22 NAT64", "http://[64:ff9b::a9fe:a9fe]/"],
  ["23 local NAT64", "http://[64:ff9b:1::a9fe:a9fe]/"],
  ["24 6to4", "http://[2002:7f00:1::]/"],
  ["25 Teredo", "http://[2001:0:7f00:1::]/"],
  // Special IPv6 ranges.
  ["26 site-local", "http://[fec0::1]/"],
  ["27 unique local", "http://[fc00::1]/"],
  ["28 link-local", "http://[fe80::1]/"],
  ["28 link-local with zone", "http://[fe80::1%25eth0]/"],
  ["29 metadata", "http://[fd00:ec2::254]/"],
  ["30 discard", "http://[100::1]/"],
  ["31 documentation", "http://[2001:db8::1]/"],
  ["32 documentation", "http://[3fff::1]/"],
  ["33 segment routing", "http://[5f00::1]/"],
  ["34 unspecified", "http://[::]/"],
  ["35 multicast", "http://[ff02::1]/"],
  ["loopback", "http://[::1]/"],
  // Special IPv4 ranges.
  ["36 this network", "http://0.1.2.3/"],
  ["37 carrier-grade NAT", "http://100.64.0.1/"],
  ["37 its end", "http://100.127.255.255/"],
  ["38 metadata", "http://100.100.100.200/"],
  ["39 Azure's host", "http://168.63.129.16/"],
  ["40 protocol assignments", "http://192.0.0.192/"],
  ["41 6to4 relay", "http://192.88.99.1/"],
  ["42 benchmarks", "http://198.19.255.255/"],
  ["43 multicast", "http://224.0.0.1/"],
  ["44 reserved", "http://240.0.0.1/"],
  ["45 broadcast", "http://255.255.255.255/"],
  ["private 10", "http://10.255.255.255/"],
  ["private 172.16", "http://172.16.0.1/"],
  ["private 172.31", "http://172.31.255.255/"],
  ["private 192.168", "http://192.168.1.1/"],
  ["link-local metadata", "http://169.254.169.254/latest/meta-data/"],
  ["documentation 1", "http://192.0.2.1/"],
  ["documentation 2", "http://198.51.100.1/"],
  ["documentation 3", "http://203.0.113.1/"],
  ["AS112", "http://192.175.48.1/"],
  // Local names.
  ["46 localhost with a dot", "http://localhost./"],
  ["46 localhost", "http://LOCALHOST/"],
  ["47 single label", "http://intranet/"],
  ["48 internal", "http://metadata.google.internal/"],
  ["49 local", "http://printer.local/"],
  ["50 below localhost", "http://app.localhost/"],
  ["home network", "http://nas.home.arpa/"],
  // User info.
  ["54 user info", "https://user:password@example.com/"],
  ["54 user only", "https://user@example.com/"],
  ["55 two hosts", "http://1.1.1.1 &@2.2.2.2# @3.3.3.3/"],
  ["55 host hidden behind user info", "https://example.com:443@127.0.0.1/"],
  // Ports of other services.
  ["56 port 0", "http://example.com:0/"],
  ["57 port 22", "http://example.com:22/"],
  ["58 port 25", "http://example.com:25/"],
  ["59 port 6379", "http://example.com:6379/"],
  ["Postgres", "http://example.com:5432/"],
  ["Docker", "http://example.com:2375/"],
  // Schemes.
  ["60 file", "file:///etc/passwd"],
  ["61 ftp", "ftp://example.com/"],
  ["62 gopher", "gopher://example.com/_x"],
  ["63 data", "data:text/plain,x"],
  ["64 javascript", "javascript:alert(1)"],
  ["65 jar", "jar:http://example.com!/"],
  // Not a URL at all.
  ["empty", ""],
  ["words", "not a url"],
  ["no scheme", "example.com/path"],
  ["no host", "https://"],
  ["too long", `https://example.com/${"x".repeat(4096)}`],
  ["a line break in the host", "http://exa\nmple.com\r\n.127.0.0.1:22/"],
];

describe("an address that nobody may be sent to", () => {
  test.each(REFUSED)("%s is refused on saving and on sending, without a look-up", async (_name, url) => {
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return ["93.184.215.14"];
    };
    expect(await checkTarget(url, { policy: strict, resolve })).toMatchObject({ ok: false });
    const result = await createSender({ policy: strict, resolve }).send({ url, headers: {}, body: "" });
    expect(result).toMatchObject({ kind: "failure", stage: "before_sending" });
    expect(["invalid_url", "address_blocked"]).toContain(result.kind === "failure" && result.errorCode);
    expect(asked).toEqual([]);
  });

  test.each([
    ["51 a public name for loopback", ["127.0.0.1"]],
    ["52 a public name for a private address", ["10.0.0.1"]],
    ["one good and one bad address", ["93.184.215.14", "169.254.169.254"]],
    ["one bad among a thousand", [...Array<string>(999).fill("93.184.215.14"), "::1"]],
    ["a mapped address", ["::ffff:127.0.0.1"]],
    ["an address with a zone", ["fe80::1%eth0"]],
    ["something that is no address", ["localhost"]],
  ])("%s is refused by what it resolves to", async (_name, addresses) => {
    const resolve = leadsTo(...addresses);
    const url = "https://hooks.example.com/x";
    expect(await checkTarget(url, { policy: strict, resolve })).toMatchObject({ ok: false });
    expect(
      await createSender({ policy: strict, resolve }).send({ url, headers: {}, body: "" }),
    ).toMatchObject({
      stage: "before_sending",
      errorCode: "address_blocked",
    });
  });

  test("is refused with a reason that names neither path nor address", async () => {
    const verdict = await checkTarget("http://10.1.2.3/hooks/secret", { policy: strict });
    expect(!verdict.ok && verdict.message).not.toMatch(/10\.1\.2\.3|secret/);
    expect(!verdict.ok && verdict.message).toContain("EGRESS_ALLOW");
  });
});

describe("an address on the public internet", () => {
  test.each([
    ["17 a percent-encoded public name", "https://ex%61mple.com/"],
    ["53 an international name", "https://bücher.example.com/"],
    ["53 punycode", "https://xn--bcher-kva.example.com/"],
    ["a port of its own", "https://example.com:8443/x?y=z"],
    ["plain http", "http://example.com/"],
    ["an IPv4 literal", "http://8.8.8.8/"],
    ["an IPv6 literal", "http://[2606:4700::1111]/"],
    ["a mapped public address", "http://[::ffff:8.8.8.8]/"],
    ["just outside 172.16/12", "http://172.32.0.1/"],
    ["just outside 100.64/10", "http://100.128.0.1/"],
  ])("%s is accepted and not called allow-listed", async (_name, url) => {
    expect(
      await checkTarget(url, { policy: strict, resolve: leadsTo("93.184.215.14", "2606:4700::1") }),
    ).toEqual({
      ok: true,
      allowListed: false,
    });
  });

  test("is accepted on saving while its name does not resolve", async () => {
    expect(await checkTarget("https://soon.example.com/", { policy: strict, resolve: nowhere })).toEqual({
      ok: true,
      allowListed: false,
    });
  });
});

describe("the allow-list", () => {
  const check = (list: string, url: string, ...addresses: string[]) =>
    checkTarget(url, {
      policy: parseEgress(list),
      resolve: addresses.length ? leadsTo(...addresses) : nowhere,
    });
  const listed = { ok: true, allowListed: true };

  test.each([
    ["a host name, whatever its address", "crm.internal", "http://crm.internal:8080/"],
    ["a host name in capitals with a final dot", "CRM.Internal.", "http://crm.internal/"],
    ["a single label", "receiver", "http://receiver:9000/"],
    ["every name below a domain", "*.corp.example", "http://a.b.corp.example/"],
    ["an address", "10.1.2.3", "http://10.1.2.3/"],
    ["an IPv6 address", "fd00::1", "http://[fd00::1]/"],
    ["a range", "10.0.0.0/8", "http://10.200.0.1/"],
    ["a range for a mapped address", "10.0.0.0/8", "http://[::ffff:10.0.0.1]/"],
    ["an IPv6 range", "fd00::/8", "http://[fd12::1]/"],
    ["one of several entries", " a.example , 10.0.0.0/8,, b.example ", "http://b.example/"],
    ["a host with the port that is meant", "db.internal:8080", "http://db.internal:8080/"],
    ["a refused port that is named itself", "legacy.internal:6000", "http://legacy.internal:6000/"],
    ["an IPv6 address with a port", "[fd00::1]:8080", "http://[fd00::1]:8080/"],
    ["the scheme's own port", "a.internal:443", "https://a.internal/"],
  ])("takes %s", async (_name, list, url) => {
    expect(await check(list, url)).toEqual(listed);
    expect(isAllowListed(url, parseEgress(list))).toBe(true);
  });

  test("takes a name all of whose addresses are in a listed range", async () => {
    expect(await check("10.0.0.0/8", "http://crm.example.com/", "10.0.0.1", "10.0.0.2")).toEqual(listed);
    expect(await check("10.0.0.0/8", "http://crm.example.com/", "10.0.0.1", "93.184.215.14")).toEqual({
      ok: true,
      allowListed: false,
    });
    expect(await check("10.0.0.0/8", "http://crm.example.com/", "10.0.0.1", "192.168.0.1")).toMatchObject({
      ok: false,
    });
  });

  test.each([
    ["another port", "db.internal:8080", "http://db.internal:9090/"],
    ["the domain above a wildcard", "*.corp.internal", "http://corp.internal/"],
    ["a name that merely ends alike", "crm.internal", "http://evilcrm.internal/"],
    ["a neighbour of a range", "10.0.0.0/9", "http://10.200.0.1/"],
    ["a refused port of a listed host", "legacy.internal", "http://legacy.internal:22/"],
    ["another scheme", "crm.internal", "ftp://crm.internal/"],
    ["user info", "crm.internal", "http://user@crm.internal/"],
  ])("does not take %s", async (_name, list, url) => {
    expect(await check(list, url)).toMatchObject({ ok: false });
  });

  test.each(["http://a.example", "10.0.0.0/33", "a b", "host:port", "*.*.example", "*"])(
    "with the entry %j ends the start and names it",
    (entry) => {
      expect(() => parseEgress(entry)).toThrow(entry);
    },
  );
});

describe("the environment", () => {
  const environment = (values: Record<string, string>) => envSchema.parse(values);

  test("allows loopback by default only when embedded, bound to loopback and nothing else is said", () => {
    const embedded = { CARILLON_EMBEDDED: "1" };
    const allows = (values: Record<string, string>) =>
      isAllowListed("http://localhost:4000/x", egressPolicy(environment(values))) &&
      isAllowListed("http://127.0.0.1:4000/x", egressPolicy(environment(values))) &&
      isAllowListed("http://[::1]:4000/x", egressPolicy(environment(values)));
    expect(allows(embedded)).toBe(true);
    expect(allows({ ...embedded, EGRESS_ALLOW: "" })).toBe(false);
    expect(allows({ ...embedded, EGRESS_ALLOW: "crm.internal" })).toBe(false);
    expect(allows({ ...embedded, HOST: "0.0.0.0" })).toBe(false);
    expect(allows({})).toBe(false);
  });

  test("gives one policy, so that connections are shared", () => {
    const from = environment({});
    expect(egressPolicy(from)).toBe(egressPolicy(from));
  });

  test("excuses the product's own receiver, and nothing else at its origin", async () => {
    const from = environment({ APP_URL: "http://127.0.0.1:3999", EGRESS_ALLOW: "" });
    const policy = egressPolicy(from);
    expect(ownReceiverUrl("tok/en", from)).toBe("http://127.0.0.1:3999/api/inspector/tok%2Fen");
    expect(await checkTarget(ownReceiverUrl("token", from), { policy })).toEqual({
      ok: true,
      allowListed: true,
    });
    for (const path of ["/", "/api/v1/events", "/api/inspector/../v1/events", "/api/inspector/%2e%2e/v1"])
      expect(await checkTarget(`http://127.0.0.1:3999${path}`, { policy })).toMatchObject({ ok: false });
    expect(await checkTarget("http://127.0.0.1:4000/api/inspector/x", { policy })).toMatchObject({
      ok: false,
    });
  });

  test("keeps the connections to its own receiver apart from all others to that origin", async () => {
    const own = await startReceiver(respond(200));
    const from = environment({ APP_URL: `http://127.0.0.1:${own.port}`, EGRESS_ALLOW: "127.0.0.0/8" });
    const sender = createSender({ policy: egressPolicy(from), resolve: nowhere });
    const post = (url: string) => sender.send({ url, headers: {}, body: "" });
    expect(await post(ownReceiverUrl("token", from))).toMatchObject({ kind: "response" });
    expect(await post(ownReceiverUrl("other", from))).toMatchObject({ kind: "response" });
    expect(own.sockets).toHaveLength(1);
    expect(await post(own.url)).toMatchObject({ kind: "response" });
    expect(own.sockets).toHaveLength(2);
    sender.close();
    await own.close();
  });
});
