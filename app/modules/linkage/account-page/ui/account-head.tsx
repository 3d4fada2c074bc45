import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { wholeMonthsBetween } from "~/kernel/calendar";
import { PageHeader } from "~/ui/primitives/page-header";
import { Popover } from "~/ui/primitives/popover";
import type { AccountHeader } from "../get-account.server";
import styles from "./account-head.module.css";
import { HealthMark } from "./health-mark";

export interface AccountRights {
  readonly write: boolean;
  readonly assign: boolean;
}

/** What the layout hands to the tab inside it. */
export interface AccountContext {
  readonly account: AccountHeader;
  readonly rights: AccountRights;
}

/** Who the account is, the facts that hold on every tab (`standing`: the derived ones), what can be done, and the tabs themselves. */
export function AccountHead({
  account,
  rights,
  standing,
}: AccountContext & { readonly standing?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = `/accounts/${account.id}`;
  const place = [t(`customers.type.${account.type}`), account.segment, account.industry, account.country];
  const lost = account.churnReason
    ? t("linkage.account.lostBecause", { date: format.date(account.churnedOn), reason: account.churnReason })
    : t("linkage.account.lostOn", { date: format.date(account.churnedOn) });
  return (
    <>
      <PageHeader
        crumbs={
          <>
            <Link to="/accounts">{t("linkage.title")}</Link>
            {account.region && (
              <>
                {" / "}
                <Link to={`/accounts?${new URLSearchParams({ region: account.region }).toString()}`}>
                  {account.region}
                </Link>
              </>
            )}
          </>
        }
        title={account.name}
        subtitle={
          <>
            {place.filter(Boolean).join(" · ")}
            {account.parent && (
              <>
                {" · "}
                <Link to={`/accounts/${account.parent.id}`}>
                  {t("linkage.account.partOf", { name: account.parent.name })}
                </Link>
              </>
            )}
          </>
        }
        scope={
          <>
            <span>
              {t("common.asOf")} <b>{format.date(account.asOf)}</b>
            </span>
            <span>
              {t("linkage.list.column.number")} <b>{account.number}</b>
            </span>
            <span>{t("linkage.account.subtitle", { since: format.month(account.acquiredOn) })}</span>
            {account.unitName && (
              <span>
                {t("linkage.account.facts.unit")} <b>{account.unitName}</b>
              </span>
            )}
            {account.status === "archived" && <span>{t("linkage.account.archived")}</span>}
          </>
        }
        actions={<Actions at={at} account={account} rights={rights} />}
      />
      {account.churnedOn && <p className="notice warn">{lost}</p>}
      <Facts account={account} standing={standing} />
      <Tabs at={at} />
    </>
  );
}

function Actions({ at, account, rights }: { at: string; account: AccountHeader; rights: AccountRights }) {
  const { t } = useTranslation();
  if (account.status === "archived") return null;
  return (
    <>
      {rights.write && (
        <>
          <Link className="button" to={`${at}/log`}>
            {t("linkage.account.action.log")}
          </Link>
          <Link className="button" to={`${at}/satisfaction/new`}>
            {t("linkage.account.action.satisfaction")}
          </Link>
        </>
      )}
      {rights.write && (
        <Popover align="end" summaryClassName="button" summary={t("linkage.account.action.more")}>
          <ul className={styles.more}>
            <li>
              <Link to={`${at}/edit`}>{t("linkage.account.action.edit")}</Link>
            </li>
            <li>
              <Link to={`${at}/cases/new`}>{t("linkage.account.action.openCase")}</Link>
            </li>
            <li>
              <Link to={`${at}/churn`}>
                {t(account.churnedOn ? "linkage.account.action.churnEdit" : "linkage.account.action.churn")}
              </Link>
            </li>
          </ul>
        </Popover>
      )}
      {rights.assign && account.status === "customer" && (
        <Link
          className="button primary"
          to={account.owner ? `/handovers/new?account=${account.id}` : `${at}/assign`}
        >
          {t(account.owner ? "linkage.account.action.handOver" : "linkage.account.action.assign")}
        </Link>
      )}
    </>
  );
}

function Facts({ account, standing }: { account: AccountHeader; standing?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { csat, owner, currency } = account;
  const previous = Number(account.revenuePrevious12mMinor);
  const change = previous > 0 ? Number(account.revenue12mMinor) / previous - 1 : null;
  const months = owner ? wholeMonthsBetween(owner.since, account.today) : 0;
  return (
    <dl className="facts" aria-label={t("linkage.account.facts.label")}>
      <div>
        <dt>{t("linkage.account.facts.health")}</dt>
        <dd>
          <HealthMark health={account.health} status={account.status} />
        </dd>
      </div>
      <div>
        <dt>{t("linkage.account.facts.revenue")}</dt>
        <dd>
          {format.compactMoney(account.revenue12mMinor, currency)}{" "}
          <span className={styles.unit}>{format.moneyUnit(currency)}</span>
          {change !== null && (
            <span className={styles.note}>
              {t("linkage.account.facts.revenueChange", { change: format.percent(change, { signed: true }) })}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("linkage.account.facts.satisfaction")}</dt>
        <dd>
          {format.number(csat.mean, { decimals: 1 })}
          <span className={styles.note}>
            {csat.mean === null
              ? t("linkage.account.facts.noAnswers")
              : csat.lower === null
                ? t("linkage.account.facts.satisfactionFew", { n: csat.n })
                : t("linkage.account.facts.satisfactionNote", {
                    low: format.number(csat.lower, { decimals: 1 }),
                    high: format.number(csat.upper, { decimals: 1 }),
                    n: csat.n,
                  })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("linkage.account.facts.owner")}</dt>
        <dd>
          {owner ? owner.name : t("linkage.account.facts.noOwner")}
          <span className={styles.note}>
            {owner
              ? months === 0
                ? t("linkage.account.facts.ownerNew")
                : t("linkage.account.facts.ownerMonths", { count: months })
              : account.unownedSince &&
                t("linkage.account.facts.noOwnerSince", { date: format.date(account.unownedSince) })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("linkage.account.facts.handovers")}</dt>
        <dd>{format.number(account.handovers12m)}</dd>
      </div>
      {standing}
    </dl>
  );
}

const tabs = ["overview", "team", "timeline", "contacts", "cases", "satisfaction", "history"] as const;

/** One address each; on a phone the row scrolls by itself. */
function Tabs({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <nav className="tabs no-print" aria-label={t("linkage.account.tab.label")}>
      {tabs.map((tab) => (
        <NavLink
          key={tab}
          to={tab === "overview" ? at : `${at}/${tab}`}
          end={tab === "overview"}
          prefetch="intent"
        >
          {t(`linkage.account.tab.${tab}`)}
        </NavLink>
      ))}
    </nav>
  );
}
