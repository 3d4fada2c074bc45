import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { archiveRecord, restoreRecord } from "~/modules/programme/archive-record.server";
import { getProblem } from "~/modules/programme/list-problems.server";
import { problemForm } from "~/modules/programme/problem";
import { saveProblem } from "~/modules/programme/save-problem.server";
import { ArchiveForm } from "~/modules/programme/ui/archive-form";
import { ProblemFields } from "~/modules/programme/ui/problem-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return { problem: await getProblem(scope, params["problemId"] ?? "") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  const { id } = await getProblem(scope, params["problemId"] ?? "");
  const values = await readForm(request);
  if (values["intent"] === "archive") {
    await archiveRecord(scope, "problem", id);
    return redirect("/programme/problems?done=archived");
  }
  if (values["intent"] === "restore") {
    await restoreRecord(scope, "problem", id);
    return redirect("/programme/problems?done=saved");
  }
  return submitting(problemForm, values, async (input) => {
    await saveProblem(scope, id, input);
    return redirect("/programme/problems?done=saved");
  });
});

export default function EditProblem() {
  const { problem } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: problemForm,
    initial: {
      title: problem.title,
      foundOn: problem.foundOn,
      cause: problem.cause ?? "",
      solution: problem.solution ?? "",
      ownerNumber: problem.ownerNumber ?? "",
      closedOn: problem.closedOn ?? "",
    },
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.problems.editTitle")}
        back={{ to: "/programme/problems", name: t("programme.tab.problems") }}
        submit={t("programme.problems.save")}
      >
        <ProblemFields form={form} />
      </FormFrame>
      {problem.isArchived ? (
        <Form method="post" className="section">
          <button type="submit" name="intent" value="restore" className="button">
            {t("programme.archive.restore")}
          </button>
        </Form>
      ) : (
        <ArchiveForm />
      )}
    </div>
  );
}
