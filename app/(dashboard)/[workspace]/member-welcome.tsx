import { Bell, Check, CircleUserRound, Lock } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/components/layout/paths";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Initials } from "@/components/ui/initials";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { listManagers } from "@/db/queries/members";
import type { Access } from "@/lib/auth/access";
import { roleName } from "@/lib/auth/roles";

const YOURS = [
  "Messages about courses, tickets and tasks reach you where your team reads them: in Teams or in Slack.",
  "You need to set up nothing for that.",
  "Your name, your password and where you are signed in are yours to change, on your account page.",
];

const THEIRS = [
  "Setting up channels and webhooks",
  "Reading the delivery log and sending something again",
  "API keys, members and the workspace's settings",
];

// Enough to find somebody to ask.
const SHOWN_MANAGERS = 10;

/** Where a member lands: what the role is for, and whom to ask for more. */
export async function MemberWelcome({ access: { ctx, user, workspace } }: { access: Access }) {
  const managers = await listManagers(ctx.db, ctx.workspaceId, SHOWN_MANAGERS);
  return (
    <div className="grid max-w-2xl gap-6">
      <PageHeader
        title={`Welcome, ${user.name}`}
        description={`You are a member of ${workspace.name}. Carillon sends this workspace's notifications.`}
        actions={
          <Button asChild>
            <Link href={paths.account(workspace.slug)}>
              <CircleUserRound aria-hidden /> Your account
            </Link>
          </Button>
        }
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
      <Panel aria-labelledby="managers">
        <PanelHeader
          id="managers"
          title="Whom to ask"
          description="Does a notification fail to arrive, or do you miss one? They see what became of every message."
        />
        <ul className="divide-y divide-line">
          {managers.map(({ userId, name, email, role }) => (
            <li key={userId} className="flex items-center gap-3 px-4 py-2.5">
              <Initials name={name} />
              <div className="min-w-0 flex-1">
                <p className="truncate text-sm font-medium">{name}</p>
                <a href={`mailto:${email}`} className="block truncate text-xs text-ink-2 hover:underline">
                  {email}
                </a>
              </div>
              <Badge>{roleName(role)}</Badge>
            </li>
          ))}
        </ul>
      </Panel>
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
