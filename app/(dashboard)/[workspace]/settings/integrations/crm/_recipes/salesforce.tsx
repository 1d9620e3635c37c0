import { Menu } from "@/components/channels/step-list";
import { Banner } from "@/components/ui/banner";
import { Code, Way, Ways } from "./parts";

export function SalesforceRecipe() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Ways>
        <Way
          title="With a receiver in between"
          intro="The usual way, for most teams the shorter one too."
          steps={[
            <>
              Run a receiver as under Node or Python, or take Zapier, Make or the integration platform that
              you have.
            </>,
            <>
              Let it check the signature, log in to Salesforce through a connected app (OAuth), and write
              through the REST API, <Code>/services/data/…/sobjects/…</Code>, or start a flow there.
            </>,
            <>
              Here, press <Menu>Add Webhook</Menu> and paste the receiver&apos;s URL. Store the secret where
              the receiver reads it.
            </>,
          ]}
        />
        <Way
          title="Inside Salesforce: an Apex class on a public site"
          intro="No server of your own, but Apex, and a person who knows guest users and their rights."
          steps={[
            <>
              Write a class with <Code>@RestResource</Code> and an <Code>@HttpPost</Code> method. It reads{" "}
              <Code>RestContext.request.requestBody</Code> and the header <Code>x-aamu-signature</Code>.
            </>,
            <>
              Let it compute <Code>Crypto.generateMac(&apos;hmacSHA256&apos;, …)</Code> over{" "}
              <Code>&lt;t&gt;.&lt;body&gt;</Code> with the secret, write it as hex, compare it with each{" "}
              <Code>v1</Code>, and refuse what is older than five minutes. Keep the secret in protected custom
              metadata.
            </>,
            <>
              In <Menu>Setup</Menu> create a site, and in its public access settings allow the guest user this
              one class.
            </>,
            <>
              Here, press <Menu>Add Webhook</Menu> with{" "}
              <Code>https://&lt;your site&gt;/services/apexrest/&lt;class&gt;</Code>, and test it.
            </>,
          ]}
        />
      </Ways>
      <Banner tone="warn" title="Salesforce's own API can't be the endpoint">
        It asks for an OAuth token that expires, so no custom header can hold one, and it expects its own
        JSON. Flows are started through the same API.
      </Banner>
    </div>
  );
}
