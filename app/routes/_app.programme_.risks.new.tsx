import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { riskForm } from "~/modules/programme/risk";
import { saveRisk } from "~/modules/programme/save-risk.server";
import { RiskFields } from "~/modules/programme/ui/risk-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "programme.write");
  return null;
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return submitting(riskForm, await readForm(request), async (input) => {
    await saveRisk(scope, null, input);
    return redirect("/programme/risks?done=saved");
  });
});

export default function NewRisk() {
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: riskForm,
    initial: { probability: "3", impact: "3", response: "reduce" },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.risks.newTitle")}
        subtitle={t("programme.risks.newText")}
        back={{ to: "/programme/risks", name: t("programme.tab.risks") }}
        submit={t("programme.risks.save")}
      >
        <RiskFields form={form} />
      </FormFrame>
    </div>
  );
}
