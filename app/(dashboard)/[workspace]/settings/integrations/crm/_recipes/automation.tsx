import { Menu } from "@/components/channels/step-list";
import { Banner } from "@/components/ui/banner";
import { Code, Way, Ways } from "./parts";

export function AutomationRecipe() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Ways>
        <Way
          title="Zapier"
          intro="Webhooks by Zapier belongs to its paid plans."
          steps={[
            <>
              Create a Zap. As its trigger choose <Menu>Webhooks by Zapier</Menu>, then{" "}
              <Menu>Catch Raw Hook</Menu>, which keeps the body as it came, with its headers.
            </>,
            <>
              Copy the URL that it shows. Here, press <Menu>Add Webhook</Menu>, paste it, and press{" "}
              <Menu>Send test</Menu>.
            </>,
            <>
              Back in Zapier test the trigger: body and headers are there. Add a <Menu>Code by Zapier</Menu>{" "}
              step that gets the body, <Code>x-aamu-signature</Code> and the secret: the Python function below
              runs there as it is. Let the step parse the JSON too, for the steps after it.
            </>,
            <>
              Add a <Menu>Filter</Menu>, so that the Zap goes on only with what is genuine. Then come the
              steps for your CRM.
            </>,
          ]}
        />
        <Way
          title="Make"
          intro="A custom webhook can ask for a key, and Make's own functions check the signature."
          steps={[
            <>
              Begin a scenario with <Menu>Webhooks</Menu>, <Menu>Custom webhook</Menu>, and add a webhook.
              Switch on <Menu>Get request headers</Menu> and <Menu>JSON pass-through</Menu>, so that the body
              stays as it came.
            </>,
            <>
              If you add an API key to it, Make takes only requests that carry the key: set the header{" "}
              <Code>x-make-apikey</Code> here, under <Menu>Custom headers</Menu>.
            </>,
            <>
              Here, press <Menu>Add Webhook</Menu>, paste the URL, and press <Menu>Send test</Menu>.
            </>,
            <>
              Behind the webhook add a filter that compares <Code>x-aimee-signature</Code> with{" "}
              <Code>sha256(body; hex; secret)</Code>. Then parse the JSON and go on.
            </>,
          ]}
        />
      </Ways>
      <Banner tone="warn" title="Their triggers do not check signatures by themselves">
        Whoever has the URL can start the Zap or the scenario. The step that compares the signature is what
        keeps others out; a trigger that parses the body first (Catch Hook) leaves nothing to compare.
      </Banner>
    </div>
  );
}
