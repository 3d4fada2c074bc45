import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { parseForm, readForm } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import {
  deleteScenario,
  recomputeScenario,
  renameScenario,
} from "~/modules/roi/scenarios/change-scenario.server";
import { getScenario } from "~/modules/roi/scenarios/get-scenario.server";
import { leverQuery, scenarioForm } from "~/modules/roi/scenarios/scenario";
import { OutcomesTable } from "~/modules/roi/scenarios/ui/outcomes-table";
import { ResultLine } from "~/modules/roi/scenarios/ui/result-line";
import { ScenarioForms } from "~/modules/roi/scenarios/ui/scenario-forms";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  return { scenario: await getScenario(scope, params["scenarioId"] ?? "") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "scenarios.write");
  const { id } = await getScenario(scope, params["scenarioId"] ?? "");
  const form = await readForm(request);
  if (form["intent"] === "delete") {
    await deleteScenario(scope, id);
    return redirect("/scenarios?done=deleted", 303);
  }
  if (form["intent"] === "recompute") {
    await recomputeScenario(scope, id);
    return redirect(`/scenarios/${id}`, 303);
  }
  const parsed = parseForm(scenarioForm, form);
  if (!parsed.ok) return parsed.answer;
  await renameScenario(scope, id, parsed.value.name);
  return redirect(`/scenarios/${id}`, 303);
});

export default function ScenarioPage() {
  const { scenario } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/scenarios">{t("scenarios.title")}</Link>}
        title={scenario.name}
        scope={
          <>
            <span>
              {t("scenarios.saved.by")} <b>{scenario.createdBy}</b>
            </span>
            <span>
              {t("scenarios.saved.at")} <b>{format.date(scenario.updatedAt)}</b>
            </span>
          </>
        }
        actions={
          <Link className="button" to={`/scenarios?${leverQuery(scenario.levers)}`}>
            {t("scenarios.action.open")}
          </Link>
        }
      />
      {search.get("done") === "saved" && (
        <p className="notice" role="status" style={{ marginBottom: 16 }}>
          {t("scenarios.saved.done")}
        </p>
      )}
      {scenario.isBehind && (
        <p className="notice warn" style={{ marginBottom: 16 }}>
          {t("scenarios.behindText", { time: format.date(scenario.updatedAt) })}
        </p>
      )}
      <OutcomesTable result={scenario.result} />
      {scenario.result.levers.some(({ assumedCostMinor }) => assumedCostMinor != null) && (
        <p className="sub" style={{ marginTop: 8 }}>
          {t("scenarios.assumedBy", { name: scenario.createdBy, date: format.date(scenario.createdAt) })}
        </p>
      )}
      <ResultLine result={scenario.result} />
      <ScenarioForms scenario={scenario} answer={answer} />
    </div>
  );
}
