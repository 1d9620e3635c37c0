"use client";

import { LogIn } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

export default function Unauthorized() {
  const path = usePathname();
  return (
    <MessagePage
      icon={LogIn}
      title="Your session has ended"
      place="inside"
      actions={
        <Button variant="primary" asChild>
          <Link href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}>Sign in again</Link>
        </Button>
      }
    >
      Nothing was changed. You come back to this page after signing in.
    </MessagePage>
  );
}
