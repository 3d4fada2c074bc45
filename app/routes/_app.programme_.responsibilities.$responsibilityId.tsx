import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { archiveRecord } from "~/modules/programme/archive-record.server";
import { responsibilityForm } from "~/modules/programme/charter";
import { getResponsibility } from "~/modules/programme/get-governance.server";
import { saveResponsibility } from "~/modules/programme/save-governance.server";
import { ArchiveForm } from "~/modules/programme/ui/archive-form";
import { ResponsibilityFields } from "~/modules/programme/ui/responsibility-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return { responsibility: await getResponsibility(scope, params["responsibilityId"] ?? "") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  const { id } = await getResponsibility(scope, params["responsibilityId"] ?? "");
  const values = await readForm(request);
  if (values["intent"] === "archive") {
    await archiveRecord(scope, "responsibility", id);
    return redirect("/programme?done=archived");
  }
  return submitting(responsibilityForm, values, async (input) => {
    await saveResponsibility(scope, id, input);
    return redirect("/programme?done=saved");
  });
});

export default function EditResponsibility() {
  const { responsibility } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: responsibilityForm,
    initial: {
      matter: responsibility.matter,
      decidesNumber: responsibility.decidesNumber ?? "",
      doesNumber: responsibility.doesNumber ?? "",
      consulted: responsibility.consulted ?? "",
      informed: responsibility.informed ?? "",
    },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.overview.editResponsibility")}
        back={{ to: "/programme", name: t("programme.crumb") }}
        submit={t("programme.overview.saveResponsibility")}
      >
        <ResponsibilityFields form={form} />
      </FormFrame>
      <ArchiveForm />
    </div>
  );
}
