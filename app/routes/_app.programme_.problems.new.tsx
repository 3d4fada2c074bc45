import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { problemForm } from "~/modules/programme/problem";
import { saveProblem } from "~/modules/programme/save-problem.server";
import { ProblemFields } from "~/modules/programme/ui/problem-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  await requireScope(request, "programme.write");
  return { today: (await companyToday(sql())).today };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return submitting(problemForm, await readForm(request), async (input) => {
    await saveProblem(scope, null, input);
    return redirect("/programme/problems?done=saved");
  });
});

export default function NewProblem() {
  const { today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: problemForm,
    initial: { foundOn: today },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.problems.newTitle")}
        subtitle={t("programme.problems.newText")}
        back={{ to: "/programme/problems", name: t("programme.tab.problems") }}
        submit={t("programme.problems.save")}
      >
        <ProblemFields form={form} />
      </FormFrame>
    </div>
  );
}
