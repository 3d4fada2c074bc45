import type { RequestHandler } from "express";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write that another site's page sent. Every browser names the origin on a cross-site POST; a request that
 * names none comes from no browser and carries no one's cookies but its own.
 */
export function originCheck(appOrigin: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.has(request.method)) return next();
    const claimed = request.get("origin") ?? request.get("referer");
    const site = request.get("sec-fetch-site");
    const isForeign =
      claimed !== undefined
        ? !isSameOrigin(claimed, appOrigin, request.get("host"))
        : site !== undefined && site !== "same-origin" && site !== "none";
    if (!isForeign) return next();
    response
      .status(403)
      .type("text/plain")
      .send("This request did not come from this site and was refused.\n");
  };
}

function isSameOrigin(claimed: string, appOrigin: string | undefined, host: string | undefined): boolean {
  try {
    const { origin, host: claimedHost } = new URL(claimed);
    return appOrigin ? origin === new URL(appOrigin).origin : claimedHost === host;
  } catch {
    return false;
  }
}
