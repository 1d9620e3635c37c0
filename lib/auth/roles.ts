/** Member roles, weakest last. Owners and admins reach Integrations; only owners manage owners. */
export const ROLES = ["owner", "admin", "member"] as const;
export type Role = (typeof ROLES)[number];

/** API key scopes: post events, read logs and channels, change channels and projects. */
export const SCOPES = ["events:write", "read", "manage"] as const;
export type Scope = (typeof SCOPES)[number];

export const mayManageIntegrations = (role: Role): boolean => role === "owner" || role === "admin";

/** Whether `actor` may give, take or invite to `role`: owners all of them, admins all but owner. */
export const mayManageRole = (actor: Role, role: Role): boolean =>
  actor === "owner" || (actor === "admin" && role !== "owner");

const ROLE_NAMES = { owner: "Owner", admin: "Admin", member: "Member" } as const satisfies Record<
  Role,
  string
>;

/** The role as screens show it. */
export const roleName = (role: Role): string => ROLE_NAMES[role];

const ROLE_RIGHTS = {
  owner: "Everything, other owners and password links included.",
  admin: "Channels, deliveries, API keys, projects and members, but not owners.",
  member: "Receives notifications; sets nothing up.",
} as const satisfies Record<Role, string>;

/** What the role may do, in one line. */
export const roleRights = (role: Role): string => ROLE_RIGHTS[role];
