import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { ContactRow } from "../list-contacts.server";

interface Props {
  readonly accountId: string;
  readonly contacts: readonly ContactRow[];
  readonly mayWrite: boolean;
}

export function ContactsTable({ accountId, contacts, mayWrite }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="table-frame">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t("customers.contact.name")}</th>
            <th scope="col">{t("customers.contact.jobTitle")}</th>
            <th scope="col">{t("customers.contact.email")}</th>
            <th scope="col">{t("customers.contact.phone")}</th>
            <th scope="col" className="n">
              {t("customers.contact.lastContact")}
            </th>
            <th scope="col" className="n">
              {t("customers.contact.answers")}
              <span className="unit">{t("customers.contact.answersUnit")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr key={contact.id}>
              <td>
                {mayWrite && !contact.isArchived ? (
                  <Link to={`/accounts/${accountId}/contacts/${contact.id}`}>{contact.name}</Link>
                ) : (
                  contact.name
                )}
                {contact.isArchived && <span className="second">{t("customers.contact.archived")}</span>}
              </td>
              <td>{contact.jobTitle}</td>
              <td>{contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}</td>
              <td className="nowrap">
                {contact.phone && <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>{contact.phone}</a>}
              </td>
              <td className="n">
                {contact.lastInteractionAt
                  ? format.date(contact.lastInteractionAt.toISOString())
                  : t("customers.contact.never")}
              </td>
              <td className="n">{format.number(contact.answers12m)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
