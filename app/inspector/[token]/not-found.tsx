import { Radio } from "lucide-react";
import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

export default function NoInspector() {
  return (
    <MessagePage
      icon={Radio}
      title="There is no inspector here any more"
      actions={
        <Button variant="primary" asChild>
          <Link href="/">To your workspace</Link>
        </Button>
      }
    >
      Temporary inspectors end after seven days, with all that they received. To get another one, open a
      channel&apos;s form and choose “Use an inspector”. What a channel sent stays in the delivery log.
    </MessagePage>
  );
}
