import { Unlink } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

/** Stands where a link from somebody else leads nowhere (any more). */
export const DeadLink = ({ title, children }: { title: string; children: ReactNode }) => (
  <MessagePage
    icon={Unlink}
    title={title}
    actions={
      <Button asChild>
        <Link href="/">To Carillon</Link>
      </Button>
    }
  >
    {children}
  </MessagePage>
);
