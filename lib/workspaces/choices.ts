/** An entry of a list to choose from. */
export interface Choice {
  value: string;
  label: string;
}

// The regions of the languages that business software is usually offered in; any other tag can be set and stays.
const LOCALES = [
  ...[
    "en-GB",
    "en-US",
    "en-AU",
    "en-CA",
    "en-IE",
    "en-IN",
    "en-NZ",
    "en-ZA",
    "ar-AE",
    "ar-EG",
    "bg-BG",
    "cs-CZ",
  ],
  ...[
    "da-DK",
    "de-AT",
    "de-CH",
    "de-DE",
    "el-GR",
    "es-AR",
    "es-ES",
    "es-MX",
    "et-EE",
    "fi-FI",
    "fr-BE",
    "fr-CA",
  ],
  ...[
    "fr-CH",
    "fr-FR",
    "he-IL",
    "hi-IN",
    "hr-HR",
    "hu-HU",
    "id-ID",
    "is-IS",
    "it-IT",
    "ja-JP",
    "ko-KR",
    "lt-LT",
  ],
  ...[
    "lv-LV",
    "nb-NO",
    "nl-BE",
    "nl-NL",
    "pl-PL",
    "pt-BR",
    "pt-PT",
    "ro-RO",
    "sk-SK",
    "sl-SI",
    "sr-RS",
    "sv-SE",
  ],
  ...["th-TH", "tr-TR", "uk-UA", "vi-VN", "zh-CN", "zh-TW"],
];

/** Languages with their regions by their English names; `current` is among them. */
export function localeChoices(current: string): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  return [...new Set([...LOCALES, current])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** Time zones by name with what their clocks are ahead of UTC at `now`; `current` is among them. */
export function timeZoneChoices(current: string, now: Date = new Date()): Choice[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), current])].map((value) => ({
    value,
    label: value === "UTC" ? value : `${value.replaceAll("_", " ")} (${offsetOf(value, now)})`,
  }));
}

function offsetOf(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(now);
  return (parts.find(({ type }) => type === "timeZoneName")?.value ?? "").replace("GMT", "UTC");
}
