import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { functions } from "@/inngest/all-functions";
import { inngest } from "@/inngest/client";
import { ApiProblem, problemOf, problemResponse } from "@/lib/api/problem";
import { engineMode } from "@/lib/env";

/**
 * Where an Inngest server calls the functions; outside of development the SDK checks its signature. The embedded engine
 * calls them in the worker, and without a server's key nobody may from outside.
 */
const answer = (method: "GET" | "POST" | "PUT") => async (request: NextRequest) => {
  if (engineMode() === "embedded") {
    return problemResponse(
      problemOf(new ApiProblem("not_found", "No Inngest server is configured for this instance.")),
    );
  }
  return handlers()[method](request, undefined);
};

export const GET = answer("GET");
export const POST = answer("POST");
export const PUT = answer("PUT");

let served: ReturnType<typeof serve> | undefined;

const handlers = () => (served ??= serve({ client: inngest, functions }));
