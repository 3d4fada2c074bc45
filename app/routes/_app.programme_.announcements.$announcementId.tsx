import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { answerForm, feedbackForm } from "~/modules/programme/announcement";
import { archiveRecord } from "~/modules/programme/archive-record.server";
import { countReads } from "~/modules/programme/count-reads.server";
import { answerFeedback, giveFeedback } from "~/modules/programme/give-feedback.server";
import { getAnnouncement } from "~/modules/programme/list-announcements.server";
import { listFeedback } from "~/modules/programme/list-feedback.server";
import { markRead } from "~/modules/programme/mark-read.server";
import { ArchiveForm } from "~/modules/programme/ui/archive-form";
import { FeedbackSection } from "~/modules/programme/ui/feedback-section";
import { ReadCountsTable } from "~/modules/programme/ui/read-counts-table";
import { ReadReceipt } from "~/modules/programme/ui/read-receipt";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.read");
  const announcement = await getAnnouncement(scope, params["announcementId"] ?? "");
  const mayGovern = can(scope.roles, "programme.govern");
  const [feedback, reads, { timeZone }] = await Promise.all([
    listFeedback(scope, announcement.id),
    mayGovern ? countReads(await requireScope(request, "programme.govern"), announcement.id) : null,
    companyToday(sql()),
  ]);
  return { announcement, feedback, reads, timeZone, mayWrite: can(scope.roles, "programme.write") };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.read");
  const { id } = await getAnnouncement(scope, params["announcementId"] ?? "");
  const values = await readForm(request);
  const intent = values["intent"];
  const back = (search = "") => redirect(`/programme/announcements/${id}${search}`);
  if (intent === "read" || intent === "confirm") {
    await markRead(scope, id, { isConfirmed: intent === "confirm" });
    return back();
  }
  if (intent === "archive") {
    await archiveRecord(await requireScope(request, "programme.write"), "announcement", id);
    return redirect("/programme/announcements?done=archived");
  }
  if (intent === "answer") {
    const writer = await requireScope(request, "programme.write");
    return submitting(answerForm, values, async ({ answer }) => {
      await answerFeedback(writer, id, values["feedbackId"] ?? "", answer);
      return back();
    });
  }
  return submitting(feedbackForm, values, async (input) => {
    await giveFeedback(scope, id, input);
    return back(`?sent=${input.anonymous ? "anonymous" : "named"}`);
  });
});

export default function AnnouncementPage() {
  const { announcement, feedback, reads, timeZone, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/programme/announcements">{t("programme.tab.announcements")}</Link>}
        title={announcement.title}
        subtitle={t("programme.announcements.byline", {
          name: announcement.publishedByName,
          when: format.dateTime(announcement.publishedAt, timeZone),
          audience: announcement.orgUnitName ?? t("programme.noCompanyUnit"),
        })}
      />
      <div style={{ maxWidth: 720, whiteSpace: "pre-line", marginBottom: 20 }}>{announcement.body}</div>
      <ReadReceipt {...announcement} timeZone={timeZone} />
      <FeedbackSection rows={feedback} mayAnswer={mayWrite} answer={answer} sent={search.get("sent")} />
      {reads && <ReadCountsTable counts={reads} />}
      {mayWrite && <ArchiveForm />}
    </div>
  );
}
