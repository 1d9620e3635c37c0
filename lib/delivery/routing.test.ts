import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, withReplays, type Decision, type RoutingRules } from "./routing";

const event = (type = "task.created", projectId: string | null = "prj_1") => ({ type, projectId });
const channel = (rules: Partial<RoutingRules> = {}): RoutingRules => ({ enabled: true, ...rules });

describe("an enabled channel", () => {
  test.each([undefined, null, [] as string[]])(
    "with %j selected gets every type of every project",
    (none) => {
      expect(decide(event(), channel({ eventTypes: none, projectIds: none }))).toBeNull();
      expect(decide(event("form.deleted", null), channel({ eventTypes: none, projectIds: none }))).toBeNull();
    },
  );

  test("gets the selected types only", () => {
    const rules = channel({ eventTypes: ["task.created", "task.updated"] });
    expect(decide(event("task.updated"), rules)).toBeNull();
    expect(decide(event("task.deleted"), rules)).toBe("event_type_not_selected");
    expect(decide(event("task.created.x"), rules)).toBe("event_type_not_selected");
  });

  test("limited to projects gets events of those, and workspace events by their type alone", () => {
    const rules = channel({ projectIds: ["prj_1"], eventTypes: ["task.created"] });
    expect(decide(event("task.created", "prj_1"), rules)).toBeNull();
    expect(decide(event("task.created", "prj_2"), rules)).toBe("project_not_selected");
    expect(decide(event("task.created", null), rules)).toBeNull();
    expect(decide(event("task.updated", null), rules)).toBe("event_type_not_selected");
  });

  test("gets an opt-in type only when it names it", () => {
    const optIn = { optIn: true };
    expect(decide(event("channel.disabled", null), channel(), optIn)).toBe("event_type_not_selected");
    expect(decide(event("channel.disabled", null), channel({ eventTypes: ["task.created"] }), optIn)).toBe(
      "event_type_not_selected",
    );
    expect(
      decide(event("channel.disabled", null), channel({ eventTypes: ["channel.disabled"] }), optIn),
    ).toBeNull();
  });
});

describe("the reason", () => {
  test("is the first that holds: off, then type, then project", () => {
    const nothing = { eventTypes: ["other"], projectIds: ["other"] };
    expect(decide(event(), channel({ ...nothing, enabled: false }))).toBe("channel_disabled");
    expect(decide(event(), channel(nothing))).toBe("event_type_not_selected");
    expect(decide(event(), channel({ projectIds: ["other"] }))).toBe("project_not_selected");
  });

  test("is null exactly when enabled, type and project all agree", () => {
    const name = fc.constantFrom("a", "b", "c");
    const list = fc.option(fc.subarray(["a", "b", "c"]), { nil: null });
    fc.assert(
      fc.property(
        name,
        fc.option(name, { nil: null }),
        fc.boolean(),
        list,
        list,
        (type, projectId, enabled, t, p) => {
          const wanted =
            enabled &&
            (!t?.length || t.includes(type)) &&
            (projectId === null || !p?.length || p.includes(projectId));
          expect(decide({ type, projectId }, { enabled, eventTypes: t, projectIds: p }) === null).toBe(
            wanted,
          );
        },
      ),
    );
  });
});

describe("withReplays", () => {
  const decision = (channelId: string, reason: Decision["reason"]) => ({
    channelId,
    channelName: channelId,
    reason,
  });

  test("a channel with a delivery gets the event, whatever was decided, and others stay as they were", () => {
    const decisions = [decision("off", "channel_disabled"), decision("other", "event_type_not_selected")];
    expect(withReplays(decisions, [{ channelId: "off", channelName: "off, renamed since" }])).toEqual([
      decision("off", null),
      decision("other", "event_type_not_selected"),
    ]);
  });

  test("a channel that came later stands behind those that were asked at first", () => {
    const decisions = [decision("first", null)];
    const deliveries = [decision("first", null), decision("late", null)];
    expect(withReplays(decisions, deliveries)).toEqual([decision("first", null), decision("late", null)]);
  });
});
