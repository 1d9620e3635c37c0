import type { Route } from "next";
import Link from "next/link";
import type { ComponentType } from "react";
import { SnippetTabs } from "@/app/docs/_docs/snippet-sample";
import { DocsLink } from "@/components/docs/docs-link";
import { cn } from "@/components/ui/cn";
import { Panel } from "@/components/ui/panel";
import { AutomationRecipe } from "./automation";
import { HubSpotRecipe } from "./hubspot";
import { NodeRecipe } from "./node";
import { PythonRecipe } from "./python";
import { RECIPE_IDS, RECIPES, type RecipeId } from "./recipe";
import { SalesforceRecipe } from "./salesforce";

interface RecipesProps {
  chosen: RecipeId;
  /** The page's address; which recipe is shown is part of it. */
  path: Route;
  /** Keeps the list where it is. */
  cursor: string | undefined;
}

/** How to connect a CRM, step by step. Drawn on the server, and of the recipes only the chosen one. */
export function Recipes({ chosen, path, cursor }: RecipesProps) {
  const Chosen = CONTENT[chosen];
  return (
    <section aria-labelledby="connect" className="grid scroll-mt-16 grid-cols-[minmax(0,1fr)] gap-3">
      <div>
        <h2 id="connect" className="text-lg font-semibold">
          How to connect
        </h2>
        <p className="text-ink-2">
          From an empty account to the first event, and how to know that it came from here.
        </p>
      </div>
      <Panel aria-label={RECIPES[chosen]}>
        <nav aria-label="Systems" className="flex gap-4 overflow-x-auto border-b border-line px-4">
          {RECIPE_IDS.map((id) => (
            <RecipeLink key={id} id={id} current={id === chosen} href={hrefOf(path, id, cursor)} />
          ))}
        </nav>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 p-4 text-sm text-ink-2 sm:p-5">
          <Chosen />
          <Verification />
        </div>
      </Panel>
    </section>
  );
}

const CONTENT = {
  hubspot: HubSpotRecipe,
  salesforce: SalesforceRecipe,
  automation: AutomationRecipe,
  node: NodeRecipe,
  python: PythonRecipe,
} satisfies Record<RecipeId, ComponentType>;

const RecipeLink = ({ id, current, href }: { id: RecipeId; current: boolean; href: Route }) => (
  <Link
    href={href}
    scroll={false}
    prefetch={false}
    aria-current={current ? "true" : undefined}
    className={cn(
      "-mb-px inline-flex h-10 shrink-0 items-center border-b-2 border-transparent px-0.5 text-sm font-medium text-ink-2 hover:text-ink",
      current && "border-accent text-ink",
    )}
  >
    {RECIPES[id]}
  </Link>
);

/** The same for every receiver that can run a few lines. */
const Verification = () => (
  <section className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line pt-5">
    <div>
      <h3 className="text-sm font-semibold text-ink">Check that a request came from here</h3>
      <p className="mt-0.5">
        Every request is signed with the secret of its webhook. These functions take the header{" "}
        <code className="font-mono text-xs text-ink">x-aamu-signature</code>, the raw body and the secret.
        More under{" "}
        <span className="text-accent [&_a]:underline [&_a]:underline-offset-2">
          <DocsLink page="signatures">Verifying signatures</DocsLink>
        </span>
        .
      </p>
    </div>
    <SnippetTabs
      label="Verify x-aamu-signature"
      names={["verify-aamu.ts", "verify_aamu.py", "verify-aamu.sh"]}
    />
  </section>
);

function hrefOf(path: Route, recipe: RecipeId, cursor: string | undefined): Route {
  const query = new URLSearchParams({ ...(cursor !== undefined && { cursor }), recipe });
  return `${path}?${query}` as Route;
}
