import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sql } from "~/db/sql.server";
import { answering } from "~/http/answering.server";
import { readForm, submitting } from "~/http/forms.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listAcquisitionUnits, mayMove } from "~/modules/roi/lifetime/list-acquisition-units.server";
import {
  assumptionsOf,
  defaultMoneySettings,
  moneySettingsForm,
  typedAssumptions,
} from "~/modules/roi/lifetime/money-settings";
import { listMoneySettings } from "~/modules/roi/lifetime/read-money-settings.server";
import { saveMoneySettings } from "~/modules/roi/lifetime/save-money-settings.server";
import { AssumptionVersions } from "~/modules/roi/lifetime/ui/assumption-versions";
import { AssumptionsForm } from "~/modules/roi/lifetime/ui/assumptions-form";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "scenarios.write");
  const run = sql();
  const [published, units, { reportingCurrency }] = await Promise.all([
    listMoneySettings(run),
    listAcquisitionUnits(scope),
    companyToday(run),
  ]);
  const maySeePay = can(scope.roles, "pay.read");
  return {
    versions: [...published, defaultMoneySettings],
    units: units.map((unit) => ({ ...unit, mayMove: mayMove(unit, maySeePay) })),
    initial: typedAssumptions(published[0] ?? defaultMoneySettings, reportingCurrency),
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "scenarios.write");
  return submitting(moneySettingsForm, await readForm(request), async (typed) => {
    await saveMoneySettings(scope, assumptionsOf(typed), typed.basedOn);
    return redirect("/money/lifetime", 303);
  });
});

export default function Assumptions() {
  const { versions, units, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/money/lifetime">{t("money.title.lifetime")}</Link>}
        title={t("money.settings.title")}
        subtitle={t("money.settings.subtitle")}
      />
      <AssumptionsForm
        key={versions[0]!.version}
        version={versions[0]!.version}
        units={units}
        values={answer?.values ?? initial}
        errors={answer?.errors ?? {}}
      />
      <AssumptionVersions
        versions={versions}
        unitNames={Object.fromEntries(units.map(({ id, name }) => [id, name]))}
      />
    </div>
  );
}
