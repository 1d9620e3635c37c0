import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/auth";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

// NextAuth types its second argument as Next did before params became a promise; it awaits them all the same.
const handler = async (request: NextRequest, { params }: RouteContext): Promise<Response> =>
  NextAuth(request, { params: await params }, authOptions());

export { handler as GET, handler as POST };
