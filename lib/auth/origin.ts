import "server-only";
import { headers } from "next/headers";
import type { Context } from "@/lib/operations/context";
import { clientAddress } from "./client-address";

/** Where this request came from, for the audit trail. */
export async function requestOrigin(): Promise<NonNullable<Context["origin"]>> {
  const requestHeaders = await headers();
  return {
    address: clientAddress(requestHeaders),
    userAgent: requestHeaders.get("user-agent") ?? undefined,
  };
}
