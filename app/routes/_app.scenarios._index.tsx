import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { type FormAnswer, formErrors, parseForm, readForm } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { requireScope } from "~/modules/access/require-scope.server";
import { ReturnTabs } from "~/modules/roi/returns/ui/return-tabs";
import { getScenarioBasis } from "~/modules/roi/scenarios/get-scenario-basis.server";
import { leversOf } from "~/modules/roi/scenarios/levers";
import { listScenarios } from "~/modules/roi/scenarios/list-scenarios.server";
import { saveScenario } from "~/modules/roi/scenarios/save-scenario.server";
import {
  computeScenario,
  readLeverValues,
  scenarioForm,
  usableValues,
} from "~/modules/roi/scenarios/scenario";
import { SavedTable } from "~/modules/roi/scenarios/ui/saved-table";
import { ScenarioSliders } from "~/modules/roi/scenarios/ui/scenario-sliders";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const search = new URL(request.url).searchParams;
  const values = readLeverValues((name) => search.get(name));
  const [{ basis, asOf }, saved] = await Promise.all([getScenarioBasis(scope), listScenarios(scope)]);
  const levers = leversOf(basis);
  const isMoved = Object.keys(usableValues(levers, values)).length > 0;
  return {
    basis,
    asOf,
    saved,
    given: { values, result: isMoved ? computeScenario(basis, levers, values) : null },
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "scenarios.write");
  const form = await readForm(request);
  const parsed = parseForm(scenarioForm, form);
  if (!parsed.ok) return parsed.answer;
  const values = readLeverValues((name) => form[name]);
  const { basis } = await getScenarioBasis(scope);
  if (Object.keys(usableValues(leversOf(basis), values)).length === 0)
    return formErrors(form, { name: { key: "nothingMoved" } });
  const id = await saveScenario(scope, { name: parsed.value.name, values });
  return redirect(`/scenarios/${id}?done=saved`, 303);
});

const noErrors: FormAnswer["errors"] = {};

export default function Scenarios() {
  const { basis, asOf, saved, given } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const format = useFormat();
  const typed = answer && readLeverValues((name) => answer.values[name]);
  return (
    <div className="page">
      <PageHeader
        title={t("scenarios.title")}
        subtitle={t("scenarios.subtitle")}
        scope={
          <span>
            {t("common.asOf")} <b>{format.date(asOf)}</b>
          </span>
        }
      />
      <ReturnTabs current="scenarios" />
      {search.get("done") === "deleted" && (
        <p className="notice" role="status">
          {t("scenarios.deleted")}
        </p>
      )}
      <p className="sub" style={{ marginBottom: 8 }}>
        {t("scenarios.intro")}
      </p>
      <ScenarioSliders
        key={search.toString()}
        basis={basis}
        given={typed ? { values: typed, result: null } : given}
        name={answer?.values["name"] ?? ""}
        problems={answer?.errors ?? noErrors}
      />
      <SavedTable scenarios={saved} />
    </div>
  );
}
