import { Bell, Check, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelBody } from "@/components/ui/panel";

const YOURS = [
  "Messages about courses, tickets and tasks reach you where your team reads them: in Teams or in Slack.",
  "You need to set up nothing for that.",
];

const THEIRS = [
  "Setting up channels and webhooks",
  "Reading the delivery log and sending something again",
  "API keys, members and the workspace's settings",
];

/** Where a member lands: what the role is for, and whom to ask for more. */
export function MemberWelcome({ name, workspace }: { name: string; workspace: string }) {
  return (
    <div className="grid max-w-2xl gap-6">
      <PageHeader
        title={`Welcome, ${name}`}
        description={`You are a member of ${workspace}. Carillon sends this workspace's notifications.`}
      />
      <Panel aria-label="What your role can do">
        <PanelBody className="grid gap-5">
          <Part icon={<Bell aria-hidden className="size-4 text-accent" />} title="As a member">
            {YOURS.map((text) => (
              <Line key={text} icon={<Check aria-hidden className="size-4 text-good" />}>
                {text}
              </Line>
            ))}
          </Part>
          <Part icon={<Lock aria-hidden className="size-4 text-ink-3" />} title="Kept for owners and admins">
            {THEIRS.map((text) => (
              <Line key={text} icon={<span aria-hidden className="mt-2 size-1 rounded-full bg-ink-3" />}>
                {text}
              </Line>
            ))}
          </Part>
        </PanelBody>
      </Panel>
      <p className="text-ink-2">
        Does a notification fail to arrive, or do you miss one? Tell an owner or admin of this workspace: they
        see what became of every message.
      </p>
    </div>
  );
}

const Part = ({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) => (
  <section className="grid gap-2">
    <h2 className="flex items-center gap-2 text-base font-medium">
      {icon}
      {title}
    </h2>
    <ul className="grid gap-1.5">{children}</ul>
  </section>
);

const Line = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <li className="grid grid-cols-[1rem_1fr] gap-2 text-ink-2">
    <span className="grid justify-items-center pt-0.5">{icon}</span>
    <span>{children}</span>
  </li>
);
