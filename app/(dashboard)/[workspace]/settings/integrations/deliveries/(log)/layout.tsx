import type { ReactNode } from "react";
import { UrlState } from "@/components/ui/url-state";

/** The log's filters live in the address. */
export default function LogLayout({ children }: { children: ReactNode }) {
  return <UrlState>{children}</UrlState>;
}
