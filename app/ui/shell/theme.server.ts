import { createCookie } from "@remix-run/node";

export type Theme = "light" | "dark";

export const themeCookie = createCookie("relata-theme", { path: "/", sameSite: "lax", maxAge: 365 * 86_400 });

/** Null where the person left it to the system. */
export async function themeOf(request: Request): Promise<Theme | null> {
  const value: unknown = await themeCookie.parse(request.headers.get("Cookie"));
  return value === "light" || value === "dark" ? value : null;
}
