import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { answering } from "~/http/answering.server";
import { revokeSession } from "~/modules/access/session.server";
import { clearSessionCookie, readSessionToken } from "~/modules/access/session-cookie.server";

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const token = await readSessionToken(request);
  if (token) await revokeSession(token);
  return redirect("/login", { headers: { "Set-Cookie": await clearSessionCookie() } });
});

export const loader = () => redirect("/");
