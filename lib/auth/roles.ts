/** Member roles, weakest last. Owners and admins reach Integrations; only owners manage owners. */
export const ROLES = ["owner", "admin", "member"] as const;
export type Role = (typeof ROLES)[number];

/** API key scopes: post events, read logs and channels, change channels and projects. */
export const SCOPES = ["events:write", "read", "manage"] as const;
export type Scope = (typeof SCOPES)[number];

export const mayManageIntegrations = (role: Role): boolean => role === "owner" || role === "admin";

const ROLE_NAMES = { owner: "Owner", admin: "Admin", member: "Member" } as const satisfies Record<
  Role,
  string
>;

/** The role as screens show it. */
export const roleName = (role: Role): string => ROLE_NAMES[role];
