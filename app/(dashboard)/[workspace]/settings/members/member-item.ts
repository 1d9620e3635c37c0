import type { Role } from "@/lib/auth/roles";

/** A member as rows and dialogs show them. */
export interface MemberItem {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
}

export interface MemberRowProps {
  workspace: string;
  /** Public origin of the product; empty: where this page was opened. */
  origin: string;
  member: MemberItem;
  /** The reader's own role. */
  actorRole: Role;
  /** The reader. */
  self: boolean;
  /** Nobody can take this one's role or place. */
  lastOwner: boolean;
}
