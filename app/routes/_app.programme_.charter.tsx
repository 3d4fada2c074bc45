import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { charterForm } from "~/modules/programme/charter";
import { findCharter } from "~/modules/programme/get-governance.server";
import { saveCharter } from "~/modules/programme/save-governance.server";
import { CharterFields } from "~/modules/programme/ui/charter-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "programme.write");
  return { charter: await findCharter(await requireScope(request, "programme.govern")) };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return submitting(charterForm, await readForm(request), async (input) => {
    await saveCharter(scope, input);
    return redirect("/programme?done=saved");
  });
});

export default function EditCharter() {
  const { charter } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: charterForm,
    initial: {
      name: charter?.name ?? "",
      purpose: charter?.purpose ?? "",
      sponsorNumber: charter?.sponsorNumber ?? "",
      startsOn: charter?.startsOn ?? "",
    },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.overview.formTitle")}
        subtitle={t("programme.overview.formText")}
        back={{ to: "/programme", name: t("programme.crumb") }}
        submit={t("programme.overview.submit")}
      >
        <CharterFields form={form} />
      </FormFrame>
    </div>
  );
}
