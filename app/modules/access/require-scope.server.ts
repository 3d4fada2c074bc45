import { redirect } from "@remix-run/node";
import type { Actor } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { groupOf } from "~/kernel/request-group";
import { type Capability, can, reachesOf } from "./capabilities";
import type { Scope } from "./scope";
import { type CurrentUser, findSessionUser } from "./session.server";
import { readSessionToken } from "./session-cookie.server";

const usersByPage = new WeakMap<object, Map<string, Promise<CurrentUser | null>>>();

/** The signed-in user, or null; asked once a page however many loaders run. */
export async function findCurrentUser(request: Request): Promise<CurrentUser | null> {
  const token = await readSessionToken(request);
  if (!token) return null;
  const page = groupOf(request);
  const users = usersByPage.get(page) ?? new Map<string, Promise<CurrentUser | null>>();
  usersByPage.set(page, users);
  const found = users.get(token) ?? findSessionUser(token);
  users.set(token, found);
  return found;
}

/** Throws a redirect to the login page, which leads back here, when nobody is signed in. */
export async function requireUser(request: Request): Promise<CurrentUser> {
  const user = await findCurrentUser(request);
  if (user) return user;
  const url = new URL(request.url);
  const back = request.method === "GET" ? url.pathname.replace(/\.data$/, "") + url.search : "/";
  throw redirect(back === "/" ? "/login" : `/login?${new URLSearchParams({ next: back }).toString()}`);
}

/**
 * The proof every use case asks for. A missing capability is NOT FOUND, so that a page one may not see and a page that
 * does not exist look the same.
 */
export async function requireScope<C extends Capability>(request: Request, capability: C): Promise<Scope<C>> {
  return scopeOf(await requireUser(request), capability);
}

/** For a request that may serve several: the first of the capabilities the user has. */
export async function requireAnyScope<C extends Capability>(
  request: Request,
  wanted: readonly C[],
): Promise<Scope<C>> {
  const user = await requireUser(request);
  const held = wanted.find((capability) => can(user.roles, capability));
  return scopeOf(user, held ?? wanted[0]!);
}

export function scopeOf<C extends Capability>(user: CurrentUser, capability: C): Scope<C> {
  const reaches = reachesOf(user.roles, capability);
  if (reaches.size === 0) throw new AppError("not_found", `No grant for ${capability}`);
  return {
    capability,
    roles: user.roles,
    actor: { userId: user.id, name: user.name },
    all: reaches.has("all"),
    unitIds: reaches.has("subtree") ? user.unitIds : [],
    ownEmployeeId: reaches.has("own") ? user.employeeId : null,
  } as Scope<C>;
}

/** Whoever can run a command on the server can reach every row; the audit trail names the command line. */
export function commandLineScope<C extends Capability>(capability: C): Scope<C> {
  const actor: Actor = { userId: null, name: "command line" };
  return { capability, roles: [], actor, all: true, unitIds: [], ownEmployeeId: null } as unknown as Scope<C>;
}
