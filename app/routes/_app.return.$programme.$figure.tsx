import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getReturnFigure } from "~/modules/roi/returns/get-return-figure.server";
import { type FigureData, FigurePage } from "~/modules/roi/returns/ui/figure-page";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  return getReturnFigure(scope, {
    programme: params["programme"] ?? "",
    figure: params["figure"] ?? "",
    at: new URL(request.url).searchParams.get("at"),
  });
});

export default function ReturnFigurePage() {
  return <FigurePage data={useLoaderData<typeof loader>() as unknown as FigureData} />;
}
