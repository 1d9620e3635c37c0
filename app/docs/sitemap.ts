import type { MetadataRoute } from "next";
import { allPages } from "@/lib/docs/pages/navigation";
import { taggedOperations } from "./_docs/api";
import { origin } from "./_docs/origin";

// The origin is known when the product runs, not when it is built.
export const dynamic = "force-dynamic";

/** Every page of the documentation: /docs/sitemap.xml. */
export default function sitemap(): MetadataRoute.Sitemap {
  return allPages(taggedOperations()).map(({ page }) => ({ url: `${origin()}${page.path}` }));
}
