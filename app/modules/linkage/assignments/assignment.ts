/** Who serves an account in what role; the owner answers for it. In the order pages show them. */
export const assignmentRoles = ["owner", "sales", "service", "support", "specialist"] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];

export const assignmentEndCauses = ["departure", "planned", "account_request", "reorganisation"] as const;
export type AssignmentEndCause = (typeof assignmentEndCauses)[number];
