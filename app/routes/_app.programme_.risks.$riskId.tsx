import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { archiveRecord } from "~/modules/programme/archive-record.server";
import { getRisk } from "~/modules/programme/list-risks.server";
import { riskForm } from "~/modules/programme/risk";
import { saveRisk } from "~/modules/programme/save-risk.server";
import { ArchiveForm } from "~/modules/programme/ui/archive-form";
import { RiskFields } from "~/modules/programme/ui/risk-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return { risk: await getRisk(scope, params["riskId"] ?? "") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  const { id } = await getRisk(scope, params["riskId"] ?? "");
  const values = await readForm(request);
  if (values["intent"] === "archive") {
    await archiveRecord(scope, "risk", id);
    return redirect("/programme/risks?done=archived");
  }
  return submitting(riskForm, values, async (input) => {
    await saveRisk(scope, id, input);
    return redirect("/programme/risks?done=saved");
  });
});

export default function EditRisk() {
  const { risk } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: riskForm,
    initial: {
      title: risk.title,
      probability: String(risk.probability),
      impact: String(risk.impact),
      response: risk.response,
      responseNote: risk.responseNote ?? "",
      ownerNumber: risk.ownerNumber ?? "",
      reviewOn: risk.reviewOn ?? "",
      closedOn: risk.closedOn ?? "",
    },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.risks.editTitle")}
        back={{ to: "/programme/risks", name: t("programme.tab.risks") }}
        submit={t("programme.risks.save")}
      >
        <RiskFields form={form} />
      </FormFrame>
      <ArchiveForm />
    </div>
  );
}
