import type { Role } from "../../app/modules/access/roles";

/** One login per role of the generated company. The password is public and good for nothing else. */
export const demoPassword = "relata-demo-2026";

export const demoLogins: readonly { readonly role: Role; readonly email: string; readonly name: string }[] = [
  { role: "hr", email: "hr@relata.example", name: "Dana Marten" },
  { role: "sales_manager", email: "sales@relata.example", name: "Ines Moreau" },
  { role: "leadership", email: "leadership@relata.example", name: "Jonas Albrecht" },
  { role: "employee", email: "employee@relata.example", name: "" },
  { role: "admin", email: "admin@relata.example", name: "Mira Sokolova" },
];
