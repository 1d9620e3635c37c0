import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect, unauthorized } from "next/navigation";
import { decideAccess, type Access, type Need } from "./access";
import { PATH_HEADER } from "./path-header";

/** For pages that every member may see. Signed out: to the sign-in page; unknown or foreign workspace: 404. */
export const requireMember = (slug: string): Promise<Access> => requirePage(slug, "member");

/** For pages of owners and admins; a member gets the 403 page. */
export const requireManager = (slug: string): Promise<Access> => requirePage(slug, "manager");

/** For server actions: answers 401, 404 or 403 instead of leading to the sign-in page. */
export async function requireForAction(slug: string, need: Need): Promise<Access> {
  const decision = await decideAccess(slug, need);
  if (decision.kind === "signed_out") unauthorized();
  if (decision.kind === "unknown") notFound();
  if (decision.kind === "forbidden") forbidden();
  return decision.access;
}

async function requirePage(slug: string, need: Need): Promise<Access> {
  const decision = await decideAccess(slug, need);
  if (decision.kind === "signed_out") {
    const path = (await headers()).get(PATH_HEADER) ?? `/${slug}`;
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  if (decision.kind === "unknown") notFound();
  if (decision.kind === "forbidden") forbidden();
  return decision.access;
}
