"use client";

import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { prettyBody } from "@/components/ui/pretty-body";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { attemptCurl } from "./attempt-curl";
import type { AttemptItem } from "./attempt-item";
import { HeaderList } from "./header-list";

/** A body as far as it is kept. */
export interface KeptBody {
  /** Null when it is not there (any more). */
  text: string | null;
  /** How many days bodies are kept. */
  days: number;
}

interface AttemptExchangeProps {
  attempt: Pick<AttemptItem, "number" | "stage" | "requestHeaders" | "responseHeaders" | "responseBody">;
  body: KeptBody;
}

/** What went out and what came back, headers and bodies. */
export function AttemptExchange({ attempt, body }: AttemptExchangeProps) {
  const { number, stage, requestHeaders, responseHeaders, responseBody } = attempt;
  const answered = stage === "response";
  return (
    <Tabs defaultValue={answered ? "response" : "request"}>
      <TabsList aria-label={`Attempt ${number}`}>
        <TabsTrigger value="response">Response</TabsTrigger>
        <TabsTrigger value="request">Request</TabsTrigger>
      </TabsList>
      <TabsContent value="response">
        {answered ? (
          <Side headers={responseHeaders ?? {}} body={{ ...body, text: responseBody }} name="Response" />
        ) : (
          <p className="text-ink-3">There was no complete answer.</p>
        )}
      </TabsContent>
      <TabsContent value="request">
        {stage === "before_sending" && (
          <p className="mb-3 text-ink-2">
            Nothing was sent. {requestHeaders !== null && "This is what would have been."}
          </p>
        )}
        {requestHeaders !== null && (
          <>
            <Side headers={requestHeaders} body={body} name="Request" />
            {body.text !== null && <Repeat attempt={attempt} body={body.text} />}
          </>
        )}
      </TabsContent>
    </Tabs>
  );
}

const Repeat = ({ attempt, body }: { attempt: AttemptExchangeProps["attempt"]; body: string }) => (
  <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5">
    <CopyButton text={attemptCurl(attempt, body)} label="Copy as curl" withLabel />
    <p className="text-xs text-ink-3">
      With blanks for the URL and for hidden headers. Signatures are those of this attempt: a receiver that
      checks their age refuses them later.
    </p>
  </div>
);

function Side({ headers, body, name }: { headers: Record<string, string>; body: KeptBody; name: string }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-2">
      <Part title="Headers">
        <HeaderList headers={headers} label={`${name} headers`} />
      </Part>
      <Part title="Body">
        <Body body={body} name={name} />
      </Part>
    </div>
  );
}

function Body({ body: { text, days }, name }: { body: KeptBody; name: string }) {
  if (text === null)
    return (
      <p className="text-ink-3">
        Bodies of attempts are kept {days === 1 ? "1 day" : `${days} days`}: this one is gone.
      </p>
    );
  if (text === "") return <p className="text-ink-3">Empty.</p>;
  return <CodeBlock {...prettyBody(text)} label={`${name} body`} wrap />;
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid min-w-0 content-start gap-1.5">
    <h4 className="text-xs font-medium text-ink-3">{title}</h4>
    {children}
  </div>
);
