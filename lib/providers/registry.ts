import type { Provider, ProviderId } from "./provider";
import { slack } from "./slack/provider";
import { teams } from "./teams/provider";
import { webhook } from "./webhook/provider";

/** Every provider. One without an entry here does not compile. */
export const providers: Record<ProviderId, Provider> = { teams, slack, webhook };
