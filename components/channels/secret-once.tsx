import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";

/** A signing secret in the one moment when it can be read. */
export function SecretOnce({ secret }: { secret: string }) {
  return (
    <div className="grid gap-3">
      <Banner tone="warn" title="Copy the signing secret now">
        It is shown this once. Later it can only be replaced, not read.
      </Banner>
      <div className="flex items-center gap-2 rounded-md border border-line bg-code py-2 pr-2 pl-3">
        <code aria-label="Signing secret" className="min-w-0 flex-1 font-mono text-xs break-all">
          {secret}
        </code>
        <CopyButton text={secret} label="Copy secret" withLabel />
      </div>
      <p className="text-xs text-ink-2">
        Every request carries <code className="font-mono">x-aamu-signature</code>,{" "}
        <code className="font-mono">x-aimee-signature</code> and the Standard Webhooks headers, all made with
        this secret.
      </p>
    </div>
  );
}
