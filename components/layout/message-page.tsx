import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Logo } from "./logo";

interface MessagePageProps {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  /** `page` fills the window; `inside` stands in the frame of a workspace. */
  place?: "page" | "inside";
}

/** Says one thing in the middle of an otherwise empty page: not found, not allowed, gone wrong. */
export function MessagePage({ icon: Icon, title, children, actions, place = "page" }: MessagePageProps) {
  const content = (
    <div className="mx-auto grid max-w-md justify-items-center gap-4 px-4 text-center">
      <span className="grid size-11 place-items-center rounded-lg border border-line bg-surface text-ink-3">
        <Icon aria-hidden className="size-5" />
      </span>
      <div className="grid gap-1.5">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <div className="text-base text-ink-2">{children}</div>
      </div>
      {actions !== undefined && <div className="flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
  if (place === "inside") return <div className="py-16">{content}</div>;
  return (
    <main className="grid min-h-dvh grid-rows-[1fr_auto_1.4fr] gap-6 py-8">
      <Logo className="mx-auto size-7 self-start text-accent" />
      {content}
    </main>
  );
}
