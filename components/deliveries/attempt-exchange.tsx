"use client";

import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { prettyBody } from "@/components/ui/pretty-body";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { AttemptItem } from "./attempt-item";
import { HeaderList } from "./header-list";

interface AttemptExchangeProps {
  attempt: Pick<AttemptItem, "number" | "stage" | "requestHeaders" | "responseHeaders" | "responseBody">;
  body: string | null;
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
          <Side headers={responseHeaders ?? {}} body={responseBody} name="Response" />
        ) : (
          <p className="text-ink-3">There was no complete answer.</p>
        )}
      </TabsContent>
      <TabsContent value="request">
        {stage === "before_sending" && requestHeaders === null ? (
          <p className="text-ink-3">Nothing was sent.</p>
        ) : (
          <Side headers={requestHeaders ?? {}} body={body} name="Request" />
        )}
      </TabsContent>
    </Tabs>
  );
}

function Side({
  headers,
  body,
  name,
}: {
  headers: Record<string, string>;
  body: string | null;
  name: string;
}) {
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <Part title="Headers">
        <HeaderList headers={headers} label={`${name} headers`} />
      </Part>
      <Part title="Body">
        <Body body={body} name={name} />
      </Part>
    </div>
  );
}

function Body({ body, name }: { body: string | null; name: string }) {
  if (body === null)
    return <p className="text-ink-3">Not kept any longer: bodies are removed after a few days.</p>;
  if (body === "") return <p className="text-ink-3">Empty.</p>;
  return <CodeBlock {...prettyBody(body)} label={`${name} body`} wrap />;
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="grid min-w-0 content-start gap-1.5">
    <h4 className="text-xs font-medium text-ink-3">{title}</h4>
    {children}
  </div>
);
