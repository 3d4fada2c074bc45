import { useRouteLoaderData } from "@remix-run/react";
import type { Role } from "~/modules/access/roles";

/** Roles of whoever reads the page, as the frame around it has them: what may not be opened is not offered as a link. */
export function useReaderRoles(): readonly Role[] {
  return useRouteLoaderData<{ user: { roles: readonly Role[] } }>("routes/_app")?.user.roles ?? [];
}
