import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { responsibilityForm } from "~/modules/programme/charter";
import { saveResponsibility } from "~/modules/programme/save-governance.server";
import { ResponsibilityFields } from "~/modules/programme/ui/responsibility-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "programme.write");
  return null;
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return submitting(responsibilityForm, await readForm(request), async (input) => {
    await saveResponsibility(scope, null, input);
    return redirect("/programme?done=saved");
  });
});

export default function NewResponsibility() {
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: responsibilityForm,
    initial: {},
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.overview.newResponsibility")}
        back={{ to: "/programme", name: t("programme.crumb") }}
        submit={t("programme.overview.saveResponsibility")}
      >
        <ResponsibilityFields form={form} />
      </FormFrame>
    </div>
  );
}
