import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { env } from "~/env.server";
import { answering } from "~/http/answering.server";
import { localeOf } from "~/i18n/i18n.server";
import { companyToday } from "~/modules/access/company.server";
import { requireAnyScope, requireScope } from "~/modules/access/require-scope.server";
import { importKinds } from "~/modules/exchange/kinds/import-kinds";
import { isImportKindName } from "~/modules/exchange/kinds/kind";
import { createRun } from "~/modules/exchange/runs/create-run.server";
import { kindsInScope, listRuns } from "~/modules/exchange/runs/list-runs.server";
import { receiveUpload } from "~/modules/exchange/runs/receive-upload.server";
import { startRun } from "~/modules/exchange/runs/start-run.server";
import {
  maximumUploadBytes,
  openUploadFolder,
  removeUpload,
} from "~/modules/exchange/runs/upload-folder.server";
import { KindList } from "~/modules/exchange/ui/kind-list";
import { RunList } from "~/modules/exchange/ui/run-list";
import { StartForm } from "~/modules/exchange/ui/start-form";
import { PageHeader } from "~/ui/primitives/page-header";

const capabilities = ["import.people", "import.customers"] as const;

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireAnyScope(request, capabilities);
  const search = new URL(request.url).searchParams;
  const kind = search.get("kind");
  const [{ runs, older }, company, locale] = await Promise.all([
    listRuns(scope, search.get("before")),
    companyToday(sql()),
    localeOf(request),
  ]);
  return {
    kinds: kindsInScope(scope),
    kind: isImportKindName(kind) ? kind : null,
    runs,
    older,
    timeZone: company.timeZone,
    currency: company.reportingCurrency,
    locale,
    limitMegabytes: maximumUploadBytes / 1_048_576,
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  await requireAnyScope(request, capabilities);
  const upload = await receiveUpload(request, await openUploadFolder(env().DATA_FOLDER));
  if (!upload.ok)
    return data({ kind: upload.kind, error: upload.error, field: upload.field }, { status: 422 });
  const kind = importKinds[upload.kind];
  const scope = await requireScope(request, kind.capability).catch(async (error: unknown) => {
    await removeUpload(upload.filePath);
    throw error;
  });
  const runId = await createRun(scope, {
    kind,
    fileName: upload.fileName,
    state: { storedAs: upload.storedAs },
  });
  await startRun(scope, { ...upload, runId, options: {}, isDryRun: true });
  return redirect(`/import/${runId}`);
});

export default function Import() {
  const { kinds, kind, runs, older, timeZone, currency, locale, limitMegabytes } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation();
  const limit = `${limitMegabytes} MB`;
  const error = result && {
    field: result.field,
    message: t(`exchange.start.${result.error}`, { size: limit }),
  };
  return (
    <div className="page">
      <PageHeader title={t("exchange.title")} subtitle={t("exchange.subtitle")} />
      <StartForm kinds={kinds} kind={result?.kind || kind} limit={limit} error={error ?? null} />
      <section className="section">
        <div className="section-head">
          <div>
            <h2>{t("exchange.runs.title")}</h2>
          </div>
        </div>
        <RunList runs={runs} timeZone={timeZone} />
        {older && (
          <p className="row small">
            <Link to={`/import?before=${older}`}>{t("exchange.runs.older")}</Link>
          </p>
        )}
      </section>
      <section className="section">
        <div className="section-head">
          <div>
            <h2>{t("exchange.start.formats")}</h2>
            <p className="sub">{t("exchange.start.formatsText", { currency })}</p>
          </div>
        </div>
        <KindList kinds={kinds} locale={locale} open={kind} />
      </section>
    </div>
  );
}
