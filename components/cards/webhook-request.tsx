"use client";

import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { JsonText } from "@/components/ui/json-text";
import { toCurl } from "./webhook/curl";
import { requestHeaders } from "./webhook/headers";
import { canSign } from "./webhook/signatures";
import { useSignatures } from "./webhook/use-signatures";

interface WebhookRequestProps {
  /** The body to the byte. */
  body: string;
  eventId: string;
  eventType: string;
  deliveryId: string;
}

/** Thirty-two bytes, as a real secret has, and readable as what it is. */
const SAMPLE_SECRET = `whsec_${btoa("sample-secret-for-previews-only!")}`;
const SAMPLE_URL = "https://your-server.example/webhooks";

/** A webhook request as it goes on the wire: headers with live signatures, and the body. */
export function WebhookRequest({ body, eventId, eventType, deliveryId }: WebhookRequestProps) {
  const [secret, setSecret] = useState(SAMPLE_SECRET);
  const signatures = useSignatures(body, deliveryId, secret);
  const headers = requestHeaders({ eventId, eventType, deliveryId, signatures });
  return (
    <div className="grid min-w-0 gap-4" data-testid="webhook-request">
      <Field
        label="Signing secret"
        hint={
          canSign()
            ? "Type your channel’s secret to compare signatures. It never leaves this browser."
            : "Signatures can only be computed on pages served over https or from localhost."
        }
      >
        {(control) => (
          <Input
            {...control}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
            className="font-mono text-xs"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-code">
        <div className="flex items-center gap-2 border-b border-line py-1.5 pr-1.5 pl-3">
          <p className="min-w-0 flex-1 truncate font-mono text-xs">
            <b className="font-semibold text-accent">POST</b> <span className="text-ink-2">{SAMPLE_URL}</span>
          </p>
          <CopyButton text={toCurl(SAMPLE_URL, headers, body)} label="Copy as curl" withLabel />
        </div>
        <HeaderList headers={headers} />
        <pre
          tabIndex={0}
          role="region"
          aria-label="Request body"
          className="overflow-x-auto border-t border-line px-3 py-2.5 font-mono text-xs leading-5"
        >
          <code>
            <JsonText text={JSON.stringify(JSON.parse(body), null, 2)} />
          </code>
        </pre>
      </div>
      <p className="text-xs text-ink-3">
        The body is shown with line breaks for reading and sent without them; signatures and the curl command
        cover the bytes that are sent.
      </p>
    </div>
  );
}

const HeaderList = ({ headers }: { headers: Record<string, string> }) => (
  <dl className="px-3 py-2.5 font-mono text-xs leading-5">
    {Object.entries(headers).map(([name, value]) => (
      <div key={name} className="flex flex-wrap gap-x-2">
        <dt className="text-info">{name}:</dt>
        <dd className="min-w-0 break-all text-ink">{value}</dd>
      </div>
    ))}
  </dl>
);
