import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { parseForm, readForm } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listScoreRules } from "~/modules/roi/customer-value/list-score-rules.server";
import { publishScoreRule } from "~/modules/roi/customer-value/publish-score-rule.server";
import { scoreRuleForm } from "~/modules/roi/customer-value/score-form";
import { builtInScoreRule, criteria } from "~/modules/roi/customer-value/score-rule";
import { simulateScoreRule } from "~/modules/roi/customer-value/simulate-score-rule.server";
import { ScoreRulePage } from "~/modules/roi/customer-value/ui/score-rule-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "scenarios.write");
  const rules = await listScoreRules(sql());
  const { weights, cuts } = (rules[0] ?? builtInScoreRule).parameters;
  return {
    rules: [...rules, builtInScoreRule],
    initial: {
      ...Object.fromEntries(criteria.map(({ id }) => [id, String(weights[id])])),
      cutA: String(cuts.a),
      cutB: String(cuts.b),
      note: "",
    } as Record<string, string>,
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "scenarios.write");
  const values = await readForm(request);
  const entry = parseForm(scoreRuleForm, values);
  if (!entry.ok) return entry.answer;
  if (values["intent"] === "publish") {
    await publishScoreRule(scope, entry.value);
    return redirect("/money/value");
  }
  return data({ values, errors: {}, simulation: await simulateScoreRule(scope, entry.value.parameters) });
});

export default function ScoreRule() {
  const { rules, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ScoreRulePage rules={rules} initial={initial} answer={answer} />;
}
