import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { announcementForm } from "~/modules/programme/announcement";
import { listUnits } from "~/modules/programme/list-units.server";
import { publishAnnouncement } from "~/modules/programme/publish-announcement.server";
import { AnnouncementFields } from "~/modules/programme/ui/announcement-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return { units: await listUnits(scope) };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "programme.write");
  return submitting(announcementForm, await readForm(request), async (input) => {
    await publishAnnouncement(scope, input);
    return redirect("/programme/announcements?done=saved");
  });
});

export default function NewAnnouncement() {
  const { units } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: announcementForm,
    initial: {},
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("programme.announcements.newTitle")}
        subtitle={t("programme.announcements.newText")}
        back={{ to: "/programme/announcements", name: t("programme.tab.announcements") }}
        submit={t("programme.announcements.publish")}
      >
        <AnnouncementFields form={form} units={units} />
      </FormFrame>
    </div>
  );
}
