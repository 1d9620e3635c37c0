"use client";

import { Lock } from "lucide-react";
import Link from "next/link";
import { useParams } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";

export default function Forbidden() {
  const { workspace } = useParams<{ workspace: string }>();
  return (
    <MessagePage
      icon={Lock}
      title="This part is for owners and admins"
      place="inside"
      actions={
        <Button variant="primary" asChild>
          <Link href={paths.overview(workspace)}>Back to the overview</Link>
        </Button>
      }
    >
      Your role in this workspace is Member. Ask an owner or admin if you need to set up channels or read the
      delivery log.
    </MessagePage>
  );
}
