import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { readForm } from "~/http/forms.server";
import { useFormat } from "~/i18n/use-format";
import { isAppError } from "~/kernel/app-error";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { getReturnReport, refreshReturnReport } from "~/modules/roi/returns/get-return-report.server";
import { getReturnRules, listRulesVersions } from "~/modules/roi/returns/get-return-rules.server";
import { hideSmallGroups, wouldGiveAway } from "~/modules/roi/returns/hide-small-groups";
import { readPlacements } from "~/modules/roi/returns/read-placements";
import { placementOf } from "~/modules/roi/returns/return-rules";
import { saveReturnRules } from "~/modules/roi/returns/save-return-rules.server";
import { RulesForm } from "~/modules/roi/returns/ui/rules-form";
import { RulesVersions } from "~/modules/roi/returns/ui/rules-versions";
import { PageHeader } from "~/ui/primitives/page-header";

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "roi.read");
  const [{ report }, { version }, versions] = await Promise.all([
    getReturnReport(scope),
    getReturnRules(scope),
    listRulesVersions(scope),
  ]);
  const maySeePay = can(scope.roles, "pay.read");
  const sum = (isOutside: boolean) =>
    report.costGroups.reduce(
      (all, group) => all + ((group.placement === "outside") === isOutside ? group.amountMinor : 0),
      0,
    );
  return {
    groups: hideSmallGroups(report.costGroups, maySeePay),
    version,
    versions,
    currency: report.currency,
    sums: { programmes: sum(false), outside: sum(true) },
    mayWrite: can(scope.roles, "scenarios.write"),
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const scope = await requireScope(request, "scenarios.write");
  const form = await readForm(request);
  const [{ report }, { rules }] = await Promise.all([getReturnReport(scope), getReturnRules(scope)]);
  const decided = readPlacements(form, report.costGroups, rules);
  const placed = report.costGroups.map((group) => ({ ...group, placement: placementOf(decided, group) }));
  if (!can(scope.roles, "pay.read") && wouldGiveAway(report.costGroups, placed))
    return data({ problem: "givesAway" as const }, { status: 422 });
  try {
    const version = await saveReturnRules(scope, {
      rules: decided,
      note: form["note"]?.slice(0, 300) || null,
      basedOn: Number(form["basedOn"] ?? Number.NaN),
    });
    await refreshReturnReport(scope);
    return redirect(`/return/rules?done=${version}`, 303);
  } catch (error) {
    if (isAppError(error) && error.code === "conflict")
      return data({ problem: "conflict" as const }, { status: 422 });
    throw error;
  }
});

export default function RulesPage() {
  const { groups, version, versions, currency, sums, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => `${format.money(Math.round(minor), currency)} ${currency}`;
  return (
    <div className="page">
      <PageHeader
        crumbs={<Link to="/return">{t("roi.title")}</Link>}
        title={t("roi.rules.title")}
        subtitle={t("roi.rules.subtitle")}
        scope={<b>{version === 0 ? t("roi.rules.defaults") : t("roi.rules.version", { version })}</b>}
      />
      {answer?.problem && (
        <p className="notice bad" role="alert">
          {t(`roi.rules.${answer.problem}`)}
        </p>
      )}
      {search.has("done") && !answer && (
        <p className="notice" role="status">
          {t("roi.rules.saved", { version })}
        </p>
      )}
      <p className="sub" style={{ marginBottom: 12 }}>
        {t("roi.rules.reconcile", {
          programmes: money(sums.programmes),
          outside: money(sums.outside),
          ledger: money(sums.programmes + sums.outside),
        })}
      </p>
      <RulesForm key={version} groups={groups} version={version} currency={currency} mayWrite={mayWrite} />
      <RulesVersions versions={versions} />
    </div>
  );
}
