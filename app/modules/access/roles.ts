export const roles = ["hr", "sales_manager", "leadership", "employee", "admin"] as const;
export type Role = (typeof roles)[number];
