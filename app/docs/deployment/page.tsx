import { CodeSample } from "@/components/docs/code-sample";
import { DataTable } from "@/components/docs/data-table";
import { DocsLink } from "@/components/docs/docs-link";
import { Note } from "@/components/docs/note";
import { env } from "@/lib/env";
import { writtenPage } from "../_docs/written-page";
import { COMPOSE, COPY, DUMP, ENVIRONMENT, OWN_DUMP, RESTORE } from "./commands";

const docs = writtenPage("deployment");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function DeploymentPage() {
  return (
    <Page>
      <Section id="machine">
        <p>
          <code>npm ci && npm start</code> is all of it: a production build, a PostgreSQL of its own, web
          process and worker. Everything that must survive lies in <code>DATA_DIR</code>: the database and two
          keys. Ctrl-C ends all processes, and killing any of them loses nothing: what was accepted is
          delivered after the next start.
        </p>
        <p>
          Let your service manager run <code>npm start</code> and restart it. A second start on a data folder
          that is in use refuses with one line.
        </p>
      </Section>
      <Section id="database">
        <p>
          For more than one machine, or to use a database that is looked after already, set{" "}
          <code>DATABASE_URL</code>. No PostgreSQL is started then, and three more variables are needed:
        </p>
        <CodeSample title=".env" language="shellscript" code={ENVIRONMENT} />
        <p>
          The database is created if the user may do so, and migrated at every start; several starts at once
          wait for each other. It needs the extension <code>pg_trgm</code>, which comes with PostgreSQL.
        </p>
        <Note tone="careful" title="Keep the encryption key as safe as the database">
          <p>
            Channel addresses, secrets and headers are sealed with it. Without it they can&apos;t be opened,
            and every delivery fails with <code>missing_secret</code>.
          </p>
        </Note>
      </Section>
      <Section id="docker">
        <p>
          The repository has a <code>Dockerfile</code> (two stages, an ordinary user, a health check; web
          process and worker under one launcher) and a <code>compose.yml</code> with PostgreSQL and a
          self-hosted Inngest server. Write the secrets once, then start:
        </p>
        <CodeSample title="Terminal" language="shellscript" code={COMPOSE} />
        <p>
          The first page makes the workspace and its owner. Port 3000 is bound to 127.0.0.1 for your proxy;{" "}
          <code>APP_URL</code> in <code>.env</code> is the address that browsers use. Without the three{" "}
          <code>INNGEST_</code> lines and the service of that name, the embedded engine runs in the same
          container.
        </p>
        <Note tone="careful" title="Not run with Docker by us">
          <p>
            Where Carillon was built there was no Docker daemon. The commands of the Dockerfile were run one
            by one in a copy of the repository, as an ordinary user, against a PostgreSQL of its own; the
            images and the Inngest server of the composition were not. Pin <code>INNGEST_VERSION</code> once
            it runs.
          </p>
        </Note>
      </Section>
      <Section id="public">
        <ul>
          <li>
            Set <code>APP_URL</code> to the address that browsers use, and put a proxy with TLS in front. It
            must set <code>X-Forwarded-Host</code> and <code>X-Forwarded-Proto</code> itself and never pass on
            a client&apos;s.
          </li>
          <li>
            Where the proxy appends the caller&apos;s address to <code>X-Forwarded-For</code>, set{" "}
            <code>TRUST_PROXY=1</code>; otherwise that header is ignored.
          </li>
          <li>
            As soon as <code>HOST</code> or <code>APP_URL</code> is public, the demo password is refused, and
            channels no longer reach the server&apos;s own services by default.
          </li>
          <li>
            Start with <code>SEED_DEMO=0</code>: the first page then makes the workspace and its owner.
          </li>
        </ul>
      </Section>
      <Section id="engine">
        <p>
          Deliveries are functions of the Inngest SDK. By default Carillon runs them itself, in the worker
          process, with state in Postgres. It is made for one machine with a few workers. To grow beyond that,
          let an Inngest server run the very same functions; it calls <code>/api/inngest</code>.
        </p>
        <DataTable
          label="Engines"
          columns={["Engine", "Variables"]}
          rows={[
            { cells: ["Embedded", "none of those below"] },
            {
              cells: [
                "Inngest dev server",
                <>
                  <code>INNGEST_DEV=1</code>, or its address
                </>,
              ],
            },
            {
              cells: [
                "Inngest Cloud",
                <>
                  <code>INNGEST_EVENT_KEY</code>, <code>INNGEST_SIGNING_KEY</code>
                </>,
              ],
            },
            {
              cells: [
                "Inngest, self-hosted",
                <>
                  the same two and <code>INNGEST_BASE_URL</code>
                </>,
              ],
            },
          ]}
        />
        <p>
          Register the address <code>APP_URL/api/inngest</code> with the server once, and again after an
          upgrade. Nothing is lost by a change of engine: a sweep picks up every event and delivery whose next
          step is overdue.
        </p>
      </Section>
      <Section id="vercel">
        <p>
          Without a place for long-lived processes, deploy the Next.js application and let Inngest Cloud run
          the functions: set <code>DATABASE_URL</code> (a pooled connection, with a small{" "}
          <code>DATABASE_POOL_SIZE</code>), the three required variables and the two Inngest keys, and run the
          migrations from a machine that reaches the database before each release. Rate limits count per
          process, so there they hold per instance.
        </p>
        <Note tone="careful" title="Not tried by us">
          <p>
            This path and Inngest Cloud need accounts with others and are not part of the tests of this
            repository. The functions, the endpoint and its signature check are the same.
          </p>
        </Note>
      </Section>
      <Section id="egress">
        <p>
          Channels may reach public addresses only. Every address that a name has is checked, on save and
          again on the socket of each attempt; redirects are not followed. To reach a receiver in your own
          network, list it:
        </p>
        <CodeSample
          title=".env"
          language="shellscript"
          code="EGRESS_ALLOW=crm.internal,*.svc.cluster.local:8080,10.20.0.0/16"
        />
        <p>
          Entries are hosts, <code>*.</code> names, <code>host:port</code>, addresses and CIDR ranges. Plain
          http is for webhook channels and listed addresses only. When Carillon runs embedded and only its own
          machine can reach it, loopback is allowed; setting the variable, even to nothing, replaces that.
        </p>
      </Section>
      <Section id="watch">
        <DataTable
          label="Endpoints for monitoring"
          columns={["Address", "What it tells"]}
          rows={[
            { cells: [<code key="a">GET /api/health</code>, "The process lives."] },
            {
              cells: [
                <code key="a">GET /api/ready</code>,
                "200 when database, migrations, first data and a worker are there; else 503 with what is missing.",
              ],
            },
            {
              cells: [
                <code key="a">GET /api/metrics</code>,
                "Prometheus, with METRICS_TOKEN as the bearer token; closed without it.",
              ],
            },
          ]}
        />
        <p>
          Logs are JSON lines on standard output: <code>event.received</code> and{" "}
          <code>delivery.attempted</code> for the pipeline, with ids and codes, never with data, addresses or
          secrets. <code>LOG_LEVEL</code> sets how much.
        </p>
      </Section>
      <Section id="doctor">
        <CodeSample title="Terminal" language="shellscript" code="npm run doctor" />
        <p>
          Run it with the environment that Carillon is started with. It looks at the configuration, the data
          folder and its free space, the database and its migrations, the clock, the engine and what waits,
          the encryption key (by opening stored values), what channels may reach, whether names resolve, and
          the web process. Each line says ok, warn or FAIL, and what to do. The exit code is 1 when something
          failed; <code>npm run --silent doctor -- --json</code> answers the same for machines. It changes
          nothing and shows no secret.
        </p>
      </Section>
      <Section id="backup">
        <p>
          Embedded: stop Carillon and copy <code>DATA_DIR</code>; where the start says that Postgres&apos;s
          files lie elsewhere, copy that folder too.
        </p>
        <CodeSample title="Embedded, stopped" language="shellscript" code={COPY} />
        <p>
          While it runs, <code>pg_dump</code> of the same or a newer major version (embedded: 18) makes a
          consistent dump. Keep the encryption key too, in another place:
        </p>
        <CodeSample title="Embedded, running" language="shellscript" code={DUMP} />
        <CodeSample title="Your own Postgres" language="shellscript" code={OWN_DUMP} />
        <p>
          A dump is restored into an empty database of your own Postgres; an embedded installation moves there
          the same way. Start with the key that sealed what is in it, and let the doctor say whether it opens:
        </p>
        <CodeSample title="Restore" language="shellscript" code={RESTORE} />
        <p>
          Try it before you need it. Without the key everything but channel addresses, their headers and
          secrets is there; those have to be entered and rotated anew.
        </p>
        <p>
          A restored database is older than the world: deliveries that were finished after the backup may be
          sent once more. Receivers that <DocsLink page="idempotency">remember delivery ids</DocsLink> do not
          mind.
        </p>
        <p>
          Events and deliveries are kept for {env().RETENTION_DAYS} days and bodies of attempts for{" "}
          {env().RETENTION_BODY_DAYS} here;{" "}
          <DocsLink page="configuration" section="limits">
            both can be set
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="keys">
        <ul>
          <li>
            <strong>Signing secrets of channels</strong> are rotated in the channel&apos;s form or by{" "}
            <code>POST /api/v1/channels/{"{id}"}/secret/rotate</code>; for 24 hours both sign.
          </li>
          <li>
            <strong>API keys</strong> are revoked and made anew under Integrations; a revoked one stops at
            once.
          </li>
          <li>
            <strong>NEXTAUTH_SECRET</strong> can be changed at any time; everybody signs in again.
          </li>
          <li>
            <strong>ENCRYPTION_KEY</strong> stays: there is no re-encryption. Every sealed value names the key
            that sealed it, so a wrong one is noticed rather than misread. Who must change it, because it
            leaked, enters the channels&apos; addresses again and rotates their secrets under the new key;
            those are then compromised too and have to change anyway.
          </li>
        </ul>
      </Section>
      <Section id="upgrade">
        <ol>
          <li>
            Read the <DocsLink page="changelog">changelog</DocsLink> and make a backup.
          </li>
          <li>
            Stop Carillon, fetch the new version, and run <code>npm ci && npm start</code>. The start builds
            and migrates.
          </li>
          <li>
            Wait for <code>/api/ready</code>, or run <code>npm run doctor</code>. What was accepted before is
            delivered now.
          </li>
        </ol>
        <p>
          Migrations only go forward. To go back, restore the backup of step 1 with the version that made it.
        </p>
      </Section>
    </Page>
  );
}
