import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { getReadiness } from "~/modules/programme/list-readiness.server";
import { evidenceForm, readinessForm } from "~/modules/programme/readiness";
import { addEvidence, archiveEvidence, saveReadiness } from "~/modules/programme/save-readiness.server";
import { EvidenceSection } from "~/modules/programme/ui/evidence-section";
import { ReadinessForm } from "~/modules/programme/ui/readiness-form";
import { ReadinessMark } from "~/modules/programme/ui/readiness-table";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.govern");
  const [row, { today }] = await Promise.all([
    getReadiness(scope, params["item"] ?? ""),
    companyToday(sql()),
  ]);
  return { row, today, mayWrite: can(scope.roles, "programme.write") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  const { item } = await getReadiness(await requireScope(request, "programme.govern"), params["item"] ?? "");
  const values = await readForm(request);
  const back = () => redirect(`/programme/readiness/${item}`);
  if (values["intent"] === "removeEvidence") {
    await archiveEvidence(scope, item, values["evidenceId"] ?? "");
    return back();
  }
  if (values["intent"] === "addEvidence")
    return submitting(evidenceForm, values, async (input) => {
      await addEvidence(scope, item, input);
      return back();
    });
  return submitting(readinessForm, values, async (input) => {
    await saveReadiness(scope, item, input);
    return redirect("/programme/readiness?done=saved");
  });
});

export default function ReadinessItemPage() {
  const { row, today, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const isEvidence = answer?.values["intent"] === "addEvidence";
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/programme/readiness">{t("programme.tab.readiness")}</Link>}
        title={t(`programme.readiness.item.${row.item}`)}
        subtitle={t(`programme.readiness.text.${row.item}`)}
        scope={<ReadinessMark status={row.status} />}
      />
      {mayWrite ? (
        <ReadinessForm row={row} answer={isEvidence ? undefined : answer} />
      ) : (
        <p style={{ whiteSpace: "pre-line" }}>{row.answer ?? t("programme.readiness.unanswered")}</p>
      )}
      <EvidenceSection
        evidence={row.evidence}
        mayWrite={mayWrite}
        today={today}
        answer={isEvidence ? answer : undefined}
      />
    </div>
  );
}
