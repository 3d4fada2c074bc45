import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { parseForm, readForm } from "~/http/forms.server";
import { addMonths, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { builtInRule } from "~/modules/roi/allocation/allocation-rule";
import { listRules } from "~/modules/roi/allocation/list-rules.server";
import { publishRule } from "~/modules/roi/allocation/publish-rule.server";
import { allocationRuleForm, parametersOf } from "~/modules/roi/allocation/rule-form";
import { simulateRule } from "~/modules/roi/allocation/simulate-rule.server";
import { AllocationRulePage } from "~/modules/roi/allocation/ui/allocation-rule-page";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "scenarios.write");
  const run = sql();
  const [company, rules] = await Promise.all([companyToday(run), listRules(run)]);
  const latest = rules[0] ?? builtInRule;
  const percent = (share: number) => String(Math.round(share * 1000) / 10);
  return {
    rules: [...rules, builtInRule],
    currency: company.reportingCurrency,
    initial: {
      weeklyHours: String(latest.parameters.weeklyHours),
      practicalPercent: percent(latest.parameters.practicalCapacity),
      minutesPercent: percent(latest.parameters.minutesWeight),
      standardPercent: percent(latest.parameters.standardShare),
      validFrom: addMonths(monthOf(company.today), 0).slice(0, 7),
      note: "",
    },
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "scenarios.write");
  const values = await readForm(request);
  const entry = parseForm(allocationRuleForm, values);
  if (!entry.ok) return entry.answer;
  const parameters = parametersOf(entry.value);
  if (values["intent"] === "publish") {
    await publishRule(scope, {
      parameters,
      validFrom: entry.value.validFrom,
      note: entry.value.note ?? null,
    });
    return redirect("/money/costs");
  }
  return data({ values, errors: {}, simulation: await simulateRule(scope, parameters) });
});

export default function AllocationRule() {
  const { rules, initial, currency } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <AllocationRulePage rules={rules} initial={initial} answer={answer} currency={currency} />;
}
