import type { Database } from "@/db/client";
import { secretsOfInspector } from "@/db/queries/inspector-secrets";
import {
  findInspector,
  listInspectorRequests,
  type Inspector,
  type InspectorRequest,
} from "@/db/queries/inspectors";
import { verify } from "@/lib/client/verify";
import type { InspectorAnswer } from "@/db/schema";
import { WebhookVerificationError } from "@/lib/client/errors";
import { isPlausibleId } from "@/lib/ids";
import { unseal } from "@/lib/secrets/seal";

/** What the signature of a request says, judged at the moment it arrived. */
export type SignatureCheck = "verified" | "wrong" | "unsigned";

/** A built-in receiver and the newest of what it got. */
export interface InspectorReading {
  name: string;
  /** Null for one that stays. */
  expiresAt: Date | null;
  /** What it answers from now on. */
  answer: InspectorAnswer;
  /** Newest first. */
  requests: (Pick<InspectorRequest, "id" | "method" | "headers" | "body" | "receivedAt"> & {
    signature: SignatureCheck;
  })[];
}

// What fits on a page; the receiver keeps more.
const SHOWN = 30;

/**
 * Reads an inspector, for whoever has its token. Signatures are checked with the secrets of the channels that send to it.
 * Null when there is no such inspector or its time is over.
 */
export async function readInspector(
  db: Database,
  input: { token: string },
): Promise<InspectorReading | null> {
  const { token } = input;
  const inspector = isPlausibleId(token) ? await findInspector(db, token) : null;
  if (!inspector) return null;
  const [requests, secrets] = await Promise.all([
    listInspectorRequests(db, token, SHOWN),
    openSecrets(db, inspector),
  ]);
  const { name, expiresAt, answer } = inspector;
  return {
    name,
    expiresAt,
    answer,
    requests: await Promise.all(
      requests.map(async ({ id, method, headers, body, receivedAt }) => ({
        ...{ id, method, headers, body, receivedAt },
        signature: await checkSignature({ headers, body, receivedAt }, secrets),
      })),
    ),
  };
}

async function openSecrets(db: Database, { workspaceId, token }: Inspector): Promise<string[]> {
  const sealed = await secretsOfInspector(db, workspaceId, token);
  return sealed.map((secret) => unseal(secret.sealed, { workspaceId, rowId: secret.id, field: "secret" }));
}

async function checkSignature(
  { headers, body, receivedAt }: Pick<InspectorRequest, "headers" | "body" | "receivedAt">,
  secrets: string[],
): Promise<SignatureCheck> {
  try {
    await verify({ headers, body }, secrets, { now: receivedAt });
    return "verified";
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    return error.code === "missing_headers" ? "unsigned" : "wrong";
  }
}
