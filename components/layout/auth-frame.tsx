import type { ReactNode } from "react";
import { Logo } from "./logo";

interface AuthFrameProps {
  title: ReactNode;
  /** One sentence below the title. */
  description?: ReactNode;
  children: ReactNode;
  /** A line below, such as the way to sign in instead. */
  footer?: ReactNode;
}

/** The page around a form that stands outside a workspace: signing in, joining, setting up. */
export function AuthFrame({ title, description, children, footer }: AuthFrameProps) {
  return (
    <main className="grid min-h-dvh grid-rows-[1fr_auto_1.4fr] px-4 py-8">
      <div className="row-start-2 mx-auto grid w-full max-w-sm gap-6">
        <div className="grid justify-items-center gap-3 text-center">
          <span className="grid size-12 place-items-center rounded-xl border border-line bg-surface text-accent shadow-soft">
            <Logo className="size-7" />
          </span>
          <div className="grid min-w-0 gap-1">
            <h1 className="text-xl font-semibold tracking-tight text-balance wrap-anywhere">{title}</h1>
            {description !== undefined && (
              <p className="text-sm text-balance wrap-anywhere text-ink-2">{description}</p>
            )}
          </div>
        </div>
        {children}
        {footer !== undefined && <p className="text-center text-xs text-ink-3">{footer}</p>}
      </div>
    </main>
  );
}

/** How the form in the frame looks. */
export const authFormStyle = "grid gap-4 rounded-xl border border-line bg-surface p-5 shadow-soft";
