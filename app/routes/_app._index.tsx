import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/http/answering.server";
import { requireUser } from "~/modules/access/require-scope.server";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireUser(request);
  return null;
});

export default function Home() {
  return <div className="page" />;
}
