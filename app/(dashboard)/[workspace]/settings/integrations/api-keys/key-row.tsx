"use client";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { endApiKey } from "./actions";
import type { KeyItem } from "./key-item";

interface KeyRowProps {
  workspace: string;
  apiKey: KeyItem;
}

/** A key: how to recognise it, what it may do, whether it is used, and its end. */
export function KeyRow({ workspace, apiKey }: KeyRowProps) {
  const { name, last4, scopes, state } = apiKey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <span className={cn("truncate text-sm font-medium", state !== "active" && "text-ink-3")}>
            {name}
          </span>
          <code className="font-mono text-xs text-ink-3">ck_…{last4}</code>
          {state !== "active" && <Badge tone="neutral">{state === "revoked" ? "Revoked" : "Expired"}</Badge>}
        </p>
        <p className="text-xs text-ink-3">
          <Usage apiKey={apiKey} /> · made by {apiKey.createdBy} <RelativeTime at={apiKey.createdAt} />
        </p>
      </div>
      <p className="flex flex-wrap gap-1">
        {scopes.map((scope) => (
          <Badge key={scope} tone="outline" mono>
            {scope}
          </Badge>
        ))}
      </p>
      <div className="ml-auto">
        {state !== "revoked" && <RevokeButton workspace={workspace} apiKey={apiKey} />}
      </div>
    </li>
  );
}

function Usage({ apiKey: { lastUsedAt, expiresAt, revokedAt, state } }: { apiKey: KeyItem }) {
  if (revokedAt !== null) {
    return (
      <>
        revoked <RelativeTime at={revokedAt} />
      </>
    );
  }
  return (
    <>
      {lastUsedAt === null ? (
        "never used"
      ) : (
        <>
          last used <RelativeTime at={lastUsedAt} />
        </>
      )}
      {expiresAt !== null && (
        <>
          {" · "}
          {state === "expired" ? "expired" : "expires"} <RelativeTime at={expiresAt} />
        </>
      )}
    </>
  );
}

function RevokeButton({ workspace, apiKey: { id, name } }: KeyRowProps) {
  const revoke = async (): Promise<boolean> => {
    const result = await endApiKey(workspace, { id });
    if (result.ok) toast.success(`${name} was revoked`);
    else toast.error(`${name} was not revoked`, { description: result.error.message });
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-ghost" size="sm" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${name}?`}
      confirmLabel="Revoke key"
      typeName={name}
      onConfirm={revoke}
    >
      <p>Every request with it is refused from now on. It can&apos;t be brought back.</p>
    </ConfirmDialog>
  );
}
