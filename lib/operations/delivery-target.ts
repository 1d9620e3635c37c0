import type { SendingChannel } from "@/db/queries/pipeline-channels";
import type { ErrorCode } from "@/lib/delivery/status";
import { egressPolicy, isAllowListed } from "@/lib/http/egress-policy";
import { ownReceiverUrl } from "@/lib/http/own-receiver";
import type { ProviderId } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { Unsealable, unseal } from "@/lib/secrets/seal";

/** A channel opened for sending. Holds credentials: never log, store or answer it. */
export interface OpenTarget {
  kind: "open";
  provider: ProviderId;
  url: string;
  urlMasked: string;
  customHeaders: Record<string, string>;
  /** Signing secrets, newest first; empty for providers that do not sign. */
  secrets: string[];
  /** How fast the channel may be asked; null means as fast as its slots allow. */
  pace: { perSecond: number; burst: number } | null;
}

/** A channel that nothing can be sent to, and why. */
export interface ClosedTarget {
  kind: "closed";
  provider: ProviderId;
  urlMasked: string;
  errorCode: Extract<ErrorCode, "missing_secret" | "invalid_url">;
  /** For people, without URL or secret. */
  detail: string;
}

export type DeliveryTarget = OpenTarget | ClosedTarget;

/** Opens a channel's URL, headers and secrets. What is absent or can't be decrypted closes the target. */
export function openTarget(channel: SendingChannel): DeliveryTarget {
  const { provider, urlMasked } = channel;
  const closed = (errorCode: ClosedTarget["errorCode"], detail: string): ClosedTarget => ({
    kind: "closed",
    provider,
    urlMasked,
    errorCode,
    detail,
  });
  try {
    const url = openUrl(channel);
    if (url === null) return closed("invalid_url", "The channel has no URL. Enter it again.");
    const secrets = openSecrets(channel);
    if (providers[provider].signed && secrets.length === 0) {
      return closed("missing_secret", "The channel has no signing secret. Rotate it to get a new one.");
    }
    return {
      kind: "open",
      provider,
      url,
      urlMasked,
      customHeaders: openHeaders(channel),
      secrets,
      pace: isAllowListed(url, egressPolicy()) ? null : providers[provider].pace,
    };
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    return closed(
      "missing_secret",
      "The channel's URL, headers or secret can't be decrypted with the current ENCRYPTION_KEY. Restore the key, or enter them again.",
    );
  }
}

/** Everything that must not be seen where a receiver echoes it. */
export const secretsOf = (target: OpenTarget): string[] => [
  target.url,
  ...target.secrets,
  ...Object.values(target.customHeaders),
];

function openUrl({ id, workspace, urlSealed, inspectorToken }: SendingChannel): string | null {
  if (inspectorToken !== null) return ownReceiverUrl(inspectorToken);
  return urlSealed && unseal(urlSealed, { workspaceId: workspace.id, rowId: id, field: "url" });
}

function openSecrets({ provider, workspace, secrets }: SendingChannel): string[] {
  if (!providers[provider].signed) return [];
  return secrets.map(({ id, sealed }) =>
    unseal(sealed, { workspaceId: workspace.id, rowId: id, field: "secret" }),
  );
}

function openHeaders({ id, workspace, headersSealed }: SendingChannel): Record<string, string> {
  if (headersSealed === null) return {};
  const text = unseal(headersSealed, { workspaceId: workspace.id, rowId: id, field: "headers" });
  return JSON.parse(text) as Record<string, string>;
}
