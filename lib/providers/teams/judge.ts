import type { Outcome } from "@/lib/delivery/outcome";
import type { Answer } from "../provider";
import { failedStatus, isSuccess, judgeStatus, rejected, succeeded } from "../status-policy";

/** Retired connectors answered 200 although the post had failed, and named the real status in the text. */
const HIDDEN_FAILURE = "webhook message delivery failed";

/** The statuses after which a workflow never changes its mind. */
const PERMANENT: Record<number, string> = {
  400: "Teams answered 400: the workflow is turned off, or it does not expect a card. Turn it on, or set it up again from the template.",
  401: "Teams answered 401: the address is no longer valid. Copy it from the workflow again, with “Anyone” allowed to trigger it.",
  403: "Teams answered 403: the address is no longer valid. Copy it from the workflow again, with “Anyone” allowed to trigger it.",
  404: "Teams answered 404: the workflow was deleted. Set up a new one and enter its address.",
  413: "Teams answered 413: the card is too large.",
};

/** What an answer of Teams means. A 2xx says that the workflow took the card, not that it was posted. */
export function judgeTeams({ status, body }: Answer): Outcome {
  if (isSuccess(status)) return judgeAccepted(body);
  const permanent = PERMANENT[status];
  return permanent ? failedStatus(permanent, "permanent") : judgeStatus(status);
}

function judgeAccepted(body: string): Outcome {
  if (!body.toLowerCase().includes(HIDDEN_FAILURE)) return succeeded;
  const status = Number(/HTTP error (\d{3})/i.exec(body)?.[1] ?? 0);
  if (status === 429)
    return rejected("Teams did not post the card: too many messages at once (429).", "retry");
  const hopeless = status >= 400 && status < 500 && status !== 408;
  const detail =
    status > 0 ? `Teams did not post the card (error ${status}).` : "Teams did not post the card.";
  return rejected(detail, hopeless ? "permanent" : "retry");
}
