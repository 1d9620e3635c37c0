import { SearchX } from "lucide-react";
import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  return (
    <MessagePage
      icon={SearchX}
      title="There is no such page"
      actions={
        <Button variant="primary" asChild>
          <Link href="/">To your workspace</Link>
        </Button>
      }
    >
      The address may be mistyped, or the page belongs to a workspace that you are not in.
    </MessagePage>
  );
}
