import type { Sql } from "@/db/client";
import { newestChannelAddresses } from "@/db/queries/installation";
import { hostOf, parseUrl } from "@/lib/http/addresses";
import { egressPolicy, isListedAddress, type EgressPolicy } from "@/lib/http/egress-policy";
import { isLiteral } from "@/lib/http/literal";
import { systemResolver } from "@/lib/http/resolve";
import { fail, ok, warn, type Finding } from "./finding";

// A few tell whether names resolve; each look-up may take three seconds.
const CHANNELS = 10;
/** Looked up while no channel has an address: where Slack's webhooks are. */
const ANY_PUBLIC_NAME = "hooks.slack.com";
/** Where most clouds hand out credentials to whoever asks (RFC 3927 address). */
const METADATA_ADDRESS = "169.254.169.254";

/** What channels may reach now, and whether names resolve here. */
export async function checkEgress(sql?: Sql): Promise<Finding[]> {
  try {
    const policy = egressPolicy();
    return [describePolicy(policy), await checkNames(policy, sql)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [fail("egress", reason, "Correct EGRESS_ALLOW.")];
  }
}

function describePolicy(policy: EgressPolicy): Finding {
  const listed = [
    ...policy.hosts.map(({ host, port }) => (port === null ? host : `${host}:${port}`)),
    ...policy.ranges.map(([base, bits]) => `${base.toString()}/${bits}`),
  ];
  const says =
    listed.length === 0
      ? "public addresses only"
      : `public addresses, and of private ones ${listed.join(", ")}`;
  if (!isListedAddress(METADATA_ADDRESS, policy)) return ok("egress", says);
  return warn(
    "egress",
    `${says}: that covers ${METADATA_ADDRESS}, where clouds hand out credentials`,
    "List narrower ranges in EGRESS_ALLOW.",
  );
}

async function checkNames(policy: EgressPolicy, sql: Sql | undefined): Promise<Finding> {
  const names = await namesToLookUp(policy, sql);
  const resolved = await Promise.all(names.map(({ host, listed }) => resolves(host, listed)));
  const missing = names.filter((_, index) => resolved[index] === false).map(({ host }) => host);
  if (missing.length === 0) return ok("names", `${names.map(({ host }) => host).join(", ")} resolved`);
  return warn(
    "names",
    `${missing.join(", ")} did not resolve`,
    "Check the name servers and the internet access of this machine, then the spelling of the names.",
  );
}

async function namesToLookUp(policy: EgressPolicy, sql: Sql | undefined) {
  const addresses = sql === undefined ? [] : await newestChannelAddresses(sql, CHANNELS);
  const ofChannels = addresses.flatMap((address) => parseUrl(address) ?? []).map(hostOf);
  const listed = policy.hosts.map(({ host }) => host).filter((host) => !host.startsWith("*."));
  const open = [...new Set(ofChannels)].filter((host) => !isLiteral(host) && !listed.includes(host));
  return [
    ...listed.map((host) => ({ host, listed: true })),
    ...(open.length > 0 ? open : [ANY_PUBLIC_NAME]).map((host) => ({ host, listed: false })),
  ];
}

const resolves = (host: string, listed: boolean): Promise<boolean> =>
  systemResolver(host, listed).then(
    (found) => found.length > 0,
    () => false,
  );
