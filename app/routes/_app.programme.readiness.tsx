import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listReadiness } from "~/modules/programme/list-readiness.server";
import { readinessQuestions } from "~/modules/programme/readiness";
import { ReadinessTable } from "~/modules/programme/ui/readiness-table";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const rows = await listReadiness(await requireScope(request, "programme.govern"));
  const isQuestion = (item: string) => readinessQuestions.some((question) => question === item);
  return {
    questions: rows.filter((row) => isQuestion(row.item)),
    preparations: rows.filter((row) => !isQuestion(row.item)),
  };
});

export default function Readiness() {
  const groups = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (["questions", "preparations"] as const).map((group, index) => (
    <section key={group} className={index > 0 ? "section" : undefined}>
      <div className="section-head">
        <div>
          <h2>{t(`programme.readiness.${group}`)}</h2>
          <p className="sub">{t(`programme.readiness.${group}Text`)}</p>
        </div>
      </div>
      <ReadinessTable rows={groups[group]} />
    </section>
  ));
}
