import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Logo } from "@/components/layout/logo";
import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { db } from "@/db/client";
import { slugOfInspector } from "@/db/queries/inspectors";
import { decideAccess } from "@/lib/auth/access";
import { ownReceiverUrl } from "@/lib/http/own-receiver";
import { readInspector } from "@/lib/operations/read-inspector";
import { AnswerPanel } from "./answer-panel";
import { asWire } from "./arrival";
import { InspectorFeed } from "./inspector-feed";
import { InspectorProviders } from "./providers";

export const metadata: Metadata = { title: "Inspector" };

interface InspectorPageProps {
  params: Promise<{ token: string }>;
}

export default async function InspectorPage({ params }: InspectorPageProps) {
  const { token } = await params;
  const reading = await readInspector(db(), { token });
  if (!reading) notFound();
  const url = ownReceiverUrl(token);
  return (
    <InspectorProviders>
      <header className="border-b border-line">
        <div className="mx-auto flex h-12 max-w-5xl items-center gap-2.5 px-4">
          <Logo className="size-5 text-accent" />
          <span className="text-sm font-semibold">Carillon</span>
          <span className="text-ink-3">Inspector</span>
        </div>
      </header>
      <main className="mx-auto grid max-w-5xl gap-6 px-4 py-6 lg:py-8">
        <div className="grid gap-1">
          <h1 className="text-xl font-semibold tracking-tight">{reading.name}</h1>
          <p className="text-ink-2">
            A built-in receiver: it keeps the last requests that channels sent to it and passes nothing on.{" "}
            {reading.expiresAt && (
              <>
                It ends <RelativeTime at={reading.expiresAt.toISOString()} />.
              </>
            )}
          </p>
          <p className="flex min-w-0 items-center gap-1.5">
            <code className="truncate font-mono text-xs text-ink-3">{url}</code>
            <CopyButton text={url} label="Copy address" />
          </p>
        </div>
        <AnswerPanel token={token} initial={reading.answer} workspace={await manageableHome(token)} />
        <InspectorFeed token={token} initial={asWire(reading)} />
      </main>
    </InspectorProviders>
  );
}

/** The workspace of the inspector, when whoever looks may manage it; null also hides its name from all others. */
async function manageableHome(token: string): Promise<string | null> {
  const slug = await slugOfInspector(db(), token);
  if (slug === null) return null;
  const { kind } = await decideAccess(slug, "manager");
  return kind === "allowed" ? slug : null;
}
