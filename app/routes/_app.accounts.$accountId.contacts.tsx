import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useOutletContext } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answering } from "~/http/answering.server";
import { requireScope } from "~/modules/access/require-scope.server";
import { listContacts } from "~/modules/customers/list-contacts.server";
import { ContactsTable } from "~/modules/customers/ui/contacts-table";
import type { AccountContext } from "~/modules/linkage/account-page/ui/account-head";
import { EmptyState } from "~/ui/primitives/empty-state";

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) =>
  listContacts(await requireScope(request, "customers.read"), params["accountId"] ?? ""),
);

export default function AccountContactsTab() {
  const contacts = useLoaderData<typeof loader>();
  const { account, rights } = useOutletContext<AccountContext>();
  const { t } = useTranslation();
  const add = rights.write && (
    <Link className="button" to={`/accounts/${account.id}/contacts/new`}>
      {t("customers.contact.add")}
    </Link>
  );
  if (contacts.length === 0) {
    return (
      <EmptyState title={t("customers.contact.empty")} action={add}>
        {t("customers.contact.emptyText")}
      </EmptyState>
    );
  }
  return (
    <section>
      <div className="section-head">
        <div>
          <h2>{t("customers.contact.title")}</h2>
          <p className="sub">{t("customers.contact.subtitle")}</p>
        </div>
        {add}
      </div>
      <ContactsTable accountId={account.id} contacts={contacts} mayWrite={rights.write} />
    </section>
  );
}
