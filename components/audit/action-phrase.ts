/** What stands between the actor and the target. */
const PHRASES: Partial<Record<string, string>> = {
  "api_key.created": "created the API key",
  "api_key.revoked": "revoked the API key",
  "channel.created": "added the channel",
  "channel.deleted": "deleted the channel",
  "channel.disabled": "switched off the channel",
  "channel.enabled": "switched on the channel",
  "channel.missed_sent": "sent what was missed to the channel",
  "channel.updated": "changed the channel",
  "delivery.cancelled": "cancelled the delivery",
  "inspector.created": "made the inspector",
  "invite.created": "made an invitation",
  "invite.revoked": "revoked an invitation",
  "member.joined": "joined the workspace",
  "member.left": "left the workspace",
  "member.password_changed": "changed their password",
  "member.password_link_issued": "made a password link for",
  "member.password_reset": "set a new password by link",
  "member.removed": "removed",
  "member.renamed": "changed their name",
  "member.role_changed": "changed the role of",
  "member.sessions_ended": "signed out everywhere",
  "project.archived": "archived the project",
  "project.created": "created the project",
  "project.renamed": "renamed the project",
  "project.unarchived": "unarchived the project",
  "redelivery.cancelled": "cancelled sending again",
  "redelivery.started": "sent again",
  "secret.overlap_ended": "ended the overlap of secrets of",
  "secret.rotated": "rotated the secret of",
  "workspace.created": "created the workspace",
  "workspace.updated": "changed the settings of",
};

/** An action in words, "changed the role of"; null for one that has none. */
export const actionPhrase = (action: string): string | null => PHRASES[action] ?? null;

/** Whether the actor is the target: "Robin left the workspace" needs no second Robin. */
export const isAboutActor = (entry: {
  actorId: string | null;
  targetType: string;
  targetId: string | null;
}): boolean => entry.targetType === "member" && entry.actorId !== null && entry.actorId === entry.targetId;
