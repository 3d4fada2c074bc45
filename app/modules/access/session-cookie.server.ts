import { createCookie } from "@remix-run/node";
import { env } from "~/env.server";
import { absoluteDays } from "./session.server";

/** Secure, and bound to this host by its name, wherever people come by https. */
function cookie() {
  const isHttps = env().APP_ORIGIN?.startsWith("https:") ?? false;
  return createCookie(isHttps ? "__Host-relata-session" : "relata-session", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isHttps,
    maxAge: absoluteDays * 86_400,
  });
}

export async function readSessionToken(request: Request): Promise<string | null> {
  const value: unknown = await cookie().parse(request.headers.get("Cookie"));
  return typeof value === "string" && value.length === 43 ? value : null;
}

export function writeSessionCookie(token: string): Promise<string> {
  return cookie().serialize(token);
}

export function clearSessionCookie(): Promise<string> {
  return cookie().serialize("", { maxAge: 0 });
}
