import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useParams,
  useSearchParams,
} from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getDriversPage } from "~/modules/linkage/drivers/page/get-drivers-page.server";
import { DriversPage } from "~/modules/linkage/drivers/ui/drivers-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) =>
  getDriversPage(await requireScope(request, "drivers.read"), new URL(request.url).searchParams),
);

/** Opening and closing a result leaves the rest of the page as it is. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isMove = currentUrl.pathname !== nextUrl.pathname && currentUrl.search === nextUrl.search;
  return !isMove && defaultShouldRevalidate;
}

export default function Drivers() {
  const page = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const { key } = useParams();
  return (
    <DriversPage page={page} params={params} openKey={key ?? null}>
      <Outlet />
    </DriversPage>
  );
}
