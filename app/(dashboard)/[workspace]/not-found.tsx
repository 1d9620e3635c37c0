"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import { useParams } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  const { workspace } = useParams<{ workspace: string }>();
  return (
    <MessagePage
      icon={SearchX}
      title="Nothing is here"
      place="inside"
      actions={
        <Button variant="primary" asChild>
          <Link href={paths.overview(workspace)}>Back to the overview</Link>
        </Button>
      }
    >
      It may have been deleted, be past its retention, or belong to another workspace.
    </MessagePage>
  );
}
