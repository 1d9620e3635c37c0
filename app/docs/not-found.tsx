import { DocsLink } from "@/components/docs/docs-link";

export default function DocsNotFound() {
  return (
    <div className="docs-prose docs-flow mx-auto max-w-3xl">
      <h1>There is no such page</h1>
      <p className="docs-lead">It may have moved. Press / to search, or begin at one of these.</p>
      <ul>
        <li>
          <DocsLink page="quickStart">Quick start</DocsLink>
        </li>
        <li>
          <DocsLink page="events">Event catalogue</DocsLink>
        </li>
        <li>
          <DocsLink page="api">API reference</DocsLink>
        </li>
      </ul>
    </div>
  );
}
