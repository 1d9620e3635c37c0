import { CodeSample } from "@/components/docs/code-sample";
import { DataTable } from "@/components/docs/data-table";
import { DocsLink } from "@/components/docs/docs-link";
import { environmentDocs } from "@/lib/docs/environment";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("configuration");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function ConfigurationPage() {
  return (
    <Page>
      <Section id="how">
        <p>
          Carillon reads environment variables, and a <code>.env</code> file beside its{" "}
          <code>package.json</code> for those that are not set. None is needed on a machine of your own. A
          value that can&apos;t be used ends the start with one line that names it.
        </p>
        <CodeSample
          title=".env"
          language="shellscript"
          code={"PORT=8080\nRETRY_SCHEDULE=30,60,120,240,480,3600"}
        />
        <p>
          With <code>DATABASE_URL</code> set, <code>APP_URL</code>, <code>NEXTAUTH_SECRET</code> and{" "}
          <code>ENCRYPTION_KEY</code> are required too; see <DocsLink page="deployment">Deployment</DocsLink>.
          This page is made from the schema that reads the variables.
        </p>
      </Section>
      {environmentDocs().map(({ section, variables }) => (
        <Section key={section} id={section}>
          <DataTable
            label={`Variables: ${section}`}
            columns={["Variable", "Default", "Meaning"]}
            rows={variables.map(({ name, default: value, description }) => ({
              id: name,
              cells: [
                <code key="name">{name}</code>,
                value === null ? <span className="text-ink-3">none</span> : <code>{value}</code>,
                description,
              ],
            }))}
          />
        </Section>
      ))}
    </Page>
  );
}
