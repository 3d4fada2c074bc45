import { z } from "zod";
import { roles } from "./roles";

const minimumPasswordLength = 12;

const email = z
  .string()
  .min(1, "required")
  .max(254, 'tooLong:{"max":254}')
  .transform((text) => text.toLowerCase())
  .pipe(z.email("email"));
const name = z.string().min(1, "required").max(120, 'tooLong:{"max":120}');
const password = z
  .string()
  .min(minimumPasswordLength, `shortPassword:{"min":${minimumPasswordLength}}`)
  .max(200, 'tooLong:{"max":200}');

/** Checkboxes of one name arrive joined by commas. */
const roleList = z
  .string({ error: "chooseRole" })
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(z.enum(roles)).min(1, "chooseRole"));

const optionalText = z.string().transform((text) => text || null);

/** What an administrator enters; the unit bounds a sales manager, the employee number binds a person's own record. */
export const userDetails = z
  .object({
    name,
    email,
    roles: roleList,
    unitCode: optionalText.default(null),
    employeeNumber: optionalText.default(null),
  })
  .refine((user) => !user.roles.includes("sales_manager") || user.unitCode, {
    path: ["unitCode"],
    message: "managerNeedsUnit",
  })
  .refine((user) => !user.roles.includes("employee") || user.employeeNumber, {
    path: ["employeeNumber"],
    message: "employeeNeedsNumber",
  });
export type UserDetails = z.infer<typeof userDetails>;

export const newPassword = z.object({ password });

export const passwordChange = z
  .object({ current: z.string().min(1, "required"), password, repeated: z.string() })
  .refine((change) => change.password === change.repeated, {
    path: ["repeated"],
    message: "passwordsDiffer",
  });

export const setUpDetails = z.object({
  token: z.string().min(1, "required"),
  companyName: z.string().min(1, "required").max(120, 'tooLong:{"max":120}'),
  reportingCurrency: z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{3}$/, "currency")),
  timeZone: z.string().refine(isTimeZone, "timeZone"),
  name,
  email,
  password,
  alsoHr: z.string().optional(),
  alsoLeadership: z.string().optional(),
});

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone.length > 0;
  } catch {
    return false;
  }
}
