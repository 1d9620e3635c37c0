import { Menu } from "@/components/channels/step-list";
import { Banner } from "@/components/ui/banner";
import { Code, Way, Ways } from "./parts";

export function HubSpotRecipe() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Ways>
        <Way
          title="Without code: a workflow that a webhook starts"
          intro="For subscriptions whose workflows offer webhooks as a trigger (Operations Hub, now called Data Hub, Professional and Enterprise)."
          steps={[
            <>
              In HubSpot open <Menu>Workflows</Menu>, create one from scratch, and as its trigger choose that
              a webhook is received.
            </>,
            <>HubSpot shows the URL that starts the workflow. Copy it.</>,
            <>
              Here, press <Menu>Add Webhook</Menu>, paste the URL, pick the events, and press{" "}
              <Menu>Send test</Menu>. HubSpot now knows a sample.
            </>,
            <>
              In HubSpot say which values of the sample to use, and which of them finds the record, such as
              its email address. Then add the actions and switch the workflow on.
            </>,
          ]}
        />
        <Way
          title="With a receiver of your own"
          intro="For every subscription, and whenever it matters that nobody else can write to your records."
          steps={[
            <>
              In HubSpot create a <Menu>private app</Menu> with the scopes that the work needs, such as{" "}
              <Code>crm.objects.contacts.read</Code> and <Code>crm.objects.contacts.write</Code>. Copy its
              access token.
            </>,
            <>
              Run a receiver as under Node or Python. It checks the signature, then calls HubSpot&apos;s CRM
              API at <Code>https://api.hubapi.com</Code> with <Code>Authorization: Bearer</Code> and the
              token.
            </>,
            <>
              Here, press <Menu>Add Webhook</Menu> and paste your receiver&apos;s URL. Store the secret where
              the receiver reads it.
            </>,
          ]}
        />
      </Ways>
      <Banner tone="warn" title="HubSpot does not check our signature">
        A workflow&apos;s webhook URL is all that protects it: whoever has it can start the workflow.
        HubSpot&apos;s API can&apos;t be the endpoint either, for it expects its own JSON and not our events.
        Where that is not enough, put a receiver in between.
      </Banner>
    </div>
  );
}
