import { Link, NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import { Popover } from "~/ui/primitives/popover";
import { StateMark } from "~/ui/primitives/state-mark";
import type { EmployeeFacts } from "../get-employee.server";
import styles from "./employee-head.module.css";

export interface EmployeeRights {
  readonly write: boolean;
  readonly pay: boolean;
  readonly assign: boolean;
  readonly impact: boolean;
  readonly list: boolean;
}

interface Props {
  readonly employee: EmployeeFacts;
  readonly rights: EmployeeRights;
}

/** Who this is, in one line of facts, and the parts of the page as tabs. */
export function EmployeeHead({ employee, rights }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const base = `/employees/${employee.id}`;
  return (
    <>
      <PageHeader
        crumbs={
          <>
            {rights.list && <Link to="/employees">{t("people.head.crumb")}</Link>}
            {rights.list && employee.unitId && (
              <>
                {" / "}
                <Link to={`/employees?unit=${employee.unitId}`}>{employee.unit}</Link>
              </>
            )}
          </>
        }
        title={employee.name}
        subtitle={t("people.head.subtitle")}
        scope={
          <>
            <span>
              {t("common.asOf")} <b>{format.date(employee.asOf)}</b>
            </span>
            <span>{t("people.head.number", { number: employee.number })}</span>
            {rights.pay && <span>{t("people.head.seenAs")}</span>}
          </>
        }
        actions={<Actions employee={employee} rights={rights} />}
      />
      <Facts employee={employee} />
      <nav className="tabs no-print" aria-label={t("people.tab.label")}>
        <NavLink to={base} end prefetch="intent">
          {t("people.tab.overview")}
        </NavLink>
        {/* Not fetched ahead: opening them is recorded. */}
        {rights.pay && <NavLink to={`${base}/costs`}>{t("people.tab.costs")}</NavLink>}
        {rights.impact && <NavLink to={`${base}/leave-impact`}>{t("people.tab.leave")}</NavLink>}
        <NavLink to={`${base}/training`} prefetch="intent">
          {t("people.tab.training")}
        </NavLink>
        <NavLink to={`${base}/accounts`} prefetch="intent">
          {t("people.tab.accounts")}
        </NavLink>
        <NavLink to={`${base}/history`} prefetch="intent">
          {t("people.tab.history")}
        </NavLink>
      </nav>
    </>
  );
}

function Actions({ employee, rights }: Props) {
  const { t } = useTranslation();
  const base = `/employees/${employee.id}`;
  const hasDeparture = employee.leftOn !== null;
  return (
    <>
      {rights.assign && (
        <Link className="button" to={`/handovers/new?employee=${employee.id}`}>
          <Icon name="handover" />
          {t("people.head.handOver")}
        </Link>
      )}
      {rights.write && (
        <Popover
          align="end"
          summaryClassName="button"
          summary={
            <>
              <Icon name="plus" />
              {t("common.action.add")}
            </>
          }
        >
          <ul className={styles.menu}>
            {rights.pay && (
              <li>
                <Link to={`${base}/costs/new`}>{t("people.head.addCost")}</Link>
              </li>
            )}
            <li>
              <Link to={`${base}/training/new`}>{t("people.head.addTraining")}</Link>
            </li>
            <li>
              <Link to={`${base}/change`}>{t("people.head.change")}</Link>
            </li>
          </ul>
        </Popover>
      )}
      {rights.write && (
        <Link className="button" to={`${base}/edit`}>
          {t("people.head.edit")}
        </Link>
      )}
      {rights.write && (
        <Link className="button" to={hasDeparture ? `${base}/reinstate` : `${base}/depart`}>
          {t(hasDeparture ? "people.head.reinstate" : "people.head.depart")}
        </Link>
      )}
    </>
  );
}

function Facts({ employee }: { employee: EmployeeFacts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { manager, kept, status } = employee;
  return (
    <dl className="facts">
      <div>
        <dt>{t("people.head.job")}</dt>
        <dd>{employee.jobTitle ?? "–"}</dd>
      </div>
      <div>
        <dt>{t("people.head.unit")}</dt>
        <dd>{employee.unit ?? "–"}</dd>
      </div>
      <div>
        <dt>{t("people.head.manager")}</dt>
        <dd>
          {manager?.id ? <Link to={`/employees/${manager.id}`}>{manager.name}</Link> : (manager?.name ?? "–")}
        </dd>
      </div>
      <div>
        <dt>{t("people.head.tenure")}</dt>
        <dd>
          {employee.tenureMonths === null ? "–" : t("people.head.months", { count: employee.tenureMonths })}{" "}
          <span className="muted small">
            {t("people.head.since", { date: format.date(employee.hiredOn) })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("people.head.contract")}</dt>
        <dd>
          {format.number(employee.fte, { decimals: 2 })}{" "}
          <span className="muted small">{t("people.head.fte")}</span>
        </dd>
      </div>
      <div>
        <dt>{t("people.head.status")}</dt>
        <dd>
          <StateMark tone={status === "active" ? (employee.leftOn ? "warn" : "good") : "neutral"}>
            {status === "joining"
              ? t("people.status.joining", { date: format.date(employee.hiredOn) })
              : employee.leftOn
                ? t("people.status.left", { date: format.date(employee.leftOn) })
                : t("people.status.active")}
          </StateMark>
        </dd>
      </div>
      {kept && employee.leftOn && (
        <div>
          <dt>{t("people.head.leaveReason")}</dt>
          <dd>
            {kept.leaveReason
              ? t(`people.departure.reasonName.${kept.leaveReason}`)
              : t("people.head.notRecorded")}{" "}
            {kept.regretted !== null && (
              <span className="muted small">
                {t("people.head.regretted")}: {t(kept.regretted ? "common.yes" : "common.no")}
              </span>
            )}
          </dd>
        </div>
      )}
      {kept?.serviceOrientation && (
        <div>
          <dt>{t("people.head.serviceOrientation")}</dt>
          <dd>
            {format.number(Number(kept.serviceOrientation))}{" "}
            <span className="muted small">{t("people.head.outOf100")}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}
