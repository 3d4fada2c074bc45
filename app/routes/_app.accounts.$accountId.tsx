import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { answering } from "~/http/answering.server";
import { can } from "~/modules/access/capabilities";
import { requireScope } from "~/modules/access/require-scope.server";
import { getAccount } from "~/modules/linkage/account-page/get-account.server";
import { AccountHead } from "~/modules/linkage/account-page/ui/account-head";
import { getAccountStanding } from "~/modules/roi/customer-value/get-account-standing.server";
import { AccountStandingFacts } from "~/modules/roi/customer-value/ui/account-standing";
import { revalidatesFor } from "~/ui/shell/revalidate-layout";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, "customers.read");
  const account = await getAccount(scope, params["accountId"] ?? "");
  return {
    account,
    standing: await getAccountStanding(scope, account.id),
    rights: { write: can(scope.roles, "customers.write"), assign: can(scope.roles, "assignments.write") },
  };
});

export type AccountLoader = typeof loader;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.account.name ?? "–"} · Relata` },
];

export const shouldRevalidate = revalidatesFor("accountId");

export default function AccountLayout() {
  const { account, rights, standing } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <AccountHead
        account={account}
        rights={rights}
        standing={standing && <AccountStandingFacts standing={standing} currency={account.currency} />}
      />
      <Outlet context={{ account, rights }} />
    </div>
  );
}
