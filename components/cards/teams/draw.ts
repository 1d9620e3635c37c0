import {
  AdaptiveCard,
  GlobalSettings,
  HostConfig,
  OpenUrlAction,
  SerializationContext,
  Versions,
} from "adaptivecards";
import { isOpenable } from "../read";
import type { CardTheme } from "../theme";
import dark from "./host-config-dark.json";
import light from "./host-config-light.json";
import { toSafeHtml } from "./markdown";
import { withoutRemoteResources } from "./neutralise";

// The same switches as Microsoft's Adaptive Cards Designer sets for Teams.
GlobalSettings.useAdvancedTextBlockTruncation = true;
GlobalSettings.useAdvancedCardBottomTruncation = false;
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = true;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toSafeHtml(text);
  result.didProcess = true;
};

/** Draws a card with Microsoft's renderer as Teams would. Undefined when there is nothing to draw. Browser only. */
export function drawCard(content: unknown, theme: CardTheme): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(theme === "dark" ? dark : light);
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) open(action.url ?? "");
  };
  // Links inside texts; returning true keeps the browser from following them itself.
  card.onAnchorClicked = (_, anchor) => {
    open(anchor.href);
    return true;
  };
  // Teams draws native elements up to 1.5.
  card.parse(withoutRemoteResources(content), new SerializationContext(Versions.v1_5));
  return card.render();
}

function open(url: string): void {
  if (isOpenable(url)) window.open(url, "_blank", "noopener,noreferrer");
}
