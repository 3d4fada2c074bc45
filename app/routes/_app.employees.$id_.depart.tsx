import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { refreshEmployeeNow } from "~/modules/linkage/panel/refresh-employee-now.server";
import { countConsequences } from "~/modules/people/count-consequences.server";
import { departureForm } from "~/modules/people/departure";
import { getEmployee } from "~/modules/people/get-employee.server";
import { recordDeparture } from "~/modules/people/record-departure.server";
import { DepartureFields } from "~/modules/people/ui/departure-fields";
import { FormFrame } from "~/ui/forms/form-frame";
import { useRecordForm } from "~/ui/forms/use-record-form";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const { id, name, leftOn } = await getEmployee(scope, params["id"] ?? "");
  if (leftOn !== null) throw redirect(`/employees/${id}/reinstate`);
  return { id, name, consequences: await countConsequences(scope, id) };
});

/** What the leaver served is handed over next. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "people.write");
  const { id } = await getEmployee(scope, params["id"] ?? "");
  return submitting(departureForm, await readForm(request), async (input) => {
    await recordDeparture(scope, id, input);
    await refreshEmployeeNow(id);
    return redirect(`/handovers/new?employee=${id}`);
  });
});

export default function RecordDeparture() {
  const { id, name, consequences } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const form = useRecordForm({
    schema: departureForm,
    initial: {},
    answer: useActionData<typeof action>(),
  });
  return (
    <div className="page">
      <FormFrame
        form={form}
        title={t("people.departure.title", { name })}
        subtitle={t("people.departure.subtitle")}
        back={{ to: `/employees/${id}`, name }}
        submit={t("people.departure.submit")}
        isDangerous
      >
        <DepartureFields form={form} name={name} consequences={consequences} />
      </FormFrame>
    </div>
  );
}
