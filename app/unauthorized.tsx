import { LogIn } from "lucide-react";
import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

export default function Unauthorized() {
  return (
    <MessagePage
      icon={LogIn}
      title="Your session has ended"
      actions={
        <Button variant="primary" asChild>
          <Link href="/sign-in">Sign in again</Link>
        </Button>
      }
    >
      Nothing was changed.
    </MessagePage>
  );
}
