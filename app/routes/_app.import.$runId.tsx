import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { sql } from "~/db/sql.server";
import { env } from "~/env.server";
import { answering } from "~/http/answering.server";
import { readForm } from "~/http/forms.server";
import { AppError } from "~/kernel/app-error";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope, requireUser } from "~/modules/access/require-scope.server";
import type { Role } from "~/modules/access/roles";
import { importKinds } from "~/modules/exchange/kinds/import-kinds";
import { isImportKindName } from "~/modules/exchange/kinds/kind";
import { applyRun, checkAgain, checkAs } from "~/modules/exchange/runs/change-run.server";
import { findRun, type ImportCapability } from "~/modules/exchange/runs/get-run.server";
import { listFailures } from "~/modules/exchange/runs/list-failures.server";
import { undoImport } from "~/modules/exchange/runs/undo-import.server";
import { findUpload, openUploadFolder } from "~/modules/exchange/runs/upload-folder.server";
import { RunPage } from "~/modules/exchange/ui/run-page";

const shownFailures = 50;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const user = await requireUser(request);
  const { run, capability } = await findRun(params["runId"] ?? "");
  await requireScope(request, capability);
  const [failures, company, folder] = await Promise.all([
    run.failed > 0 ? listFailures(run.id, 0, shownFailures) : [],
    companyToday(sql()),
    openUploadFolder(env().DATA_FOLDER),
  ]);
  const { storedAs, otherKind, ...state } = run.state;
  const hasFile = (await findUpload(folder, storedAs)) !== null;
  return {
    run: { ...run, state },
    failures,
    hasFile,
    otherKind: hasFile && otherKind && can(user.roles, importKinds[otherKind].capability) ? otherKind : null,
    opens: ledgerOf(capability, user.roles),
    timeZone: company.timeZone,
  };
});

/** An administrator imports customers but does not see them; then there is nothing to open. */
function ledgerOf(capability: ImportCapability, roles: readonly Role[]): "people" | "customers" | null {
  const ledger = capability === "import.people" ? "people" : "customers";
  return can(roles, `${ledger}.read`) ? ledger : null;
}

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  await requireUser(request);
  const { run, capability } = await findRun(params["runId"] ?? "");
  const scope = await requireScope(request, capability);
  const values = await readForm(request);
  const { intent, kind } = values;
  const back = redirect(`/import/${run.id}`);
  // Somebody was faster, or the button was pressed twice: the run's page shows how it stands.
  if (run.status === "running" || (intent !== "undo" && run.status === "applied")) return back;
  if (intent === "undo") {
    const result = await undoImport(scope, run.id);
    return result.isUndone ? back : data({ obstacles: result.obstacles }, { status: 409 });
  }
  const filePath = await findUpload(await openUploadFolder(env().DATA_FOLDER), run.state.storedAs);
  if (!filePath) return back;
  if (intent === "check") await checkAgain(scope, run, filePath, values);
  else if (intent === "apply" || intent === "applySkip")
    await applyRun(scope, run, filePath, intent === "applySkip");
  else if (intent === "checkAs" && isImportKindName(kind)) {
    const other = await requireScope(request, importKinds[kind].capability);
    return redirect(`/import/${await checkAs(other, run, kind, filePath)}`);
  } else throw new AppError("invalid", "No such step");
  return back;
});

export default function ImportRunPage() {
  const loaded = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  return <RunPage {...loaded} isUndoAsked={search.has("undo")} obstacles={result?.obstacles ?? []} />;
}
