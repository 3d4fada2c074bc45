import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import { PageHeader } from "~/ui/primitives/page-header";
import { ListTable } from "~/ui/tables/list-table";
import { Pager } from "~/ui/tables/pager";
import type { RowBehind, RowUnit } from "../page/row-behind";
import type { DriverEffect, RefusedEffect } from "../result";
import { useEffectWords } from "./effect-words";
import { useRowColumns } from "./row-columns";

interface Props {
  readonly list: {
    readonly effect: DriverEffect | RefusedEffect;
    readonly currency: string;
    readonly unit: RowUnit | null;
    readonly isSensitive: boolean;
    readonly isOfPeople: boolean;
    /** Account-months in the fit. */
    readonly used: number;
    /** Null for whoever sees every account. */
    readonly inScope: number | null;
    readonly outOfScope: number;
    readonly rows: readonly RowBehind[];
    readonly next: string | null;
    readonly previous: string | null;
  };
  readonly params: URLSearchParams;
  readonly effectKey: string;
}

/** The account-months that a result rests on, as far as the reader may see them. */
export function RowsPage({ list, params, effectKey }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEffectWords();
  const columns = useRowColumns(list);
  const name = words.name(list.effect.exposure);
  const title = t("drivers.rows.title", { name });
  const { outOfScope } = list;
  return (
    <div className="page">
      <PageHeader
        crumbs={
          <>
            <Link to="/drivers">{t("drivers.title")}</Link> / <Link to={`/drivers/${effectKey}`}>{name}</Link>
          </>
        }
        title={title}
        subtitle={t("drivers.rows.subtitle")}
        scope={
          <>
            <span>
              <b>{t(`drivers.outcome.${list.effect.outcome}`)}</b>
            </span>
            <span>{t("drivers.rows.used", { n: format.number(list.used) })}</span>
            {list.inScope !== null && (
              <span>{t("drivers.rows.inScope", { n: format.number(list.inScope) })}</span>
            )}
          </>
        }
      />
      {list.isSensitive && <p className="notice">{t("drivers.rows.sensitive")}</p>}
      {outOfScope > 0 && (
        <p className="sub">
          {t("drivers.rows.outOfScope", { count: outOfScope, n: format.number(outOfScope) })}
        </p>
      )}
      {list.rows.length === 0 ? (
        <EmptyState title={t(list.isOfPeople ? "drivers.rows.people" : "drivers.rows.empty")} />
      ) : (
        <>
          <ListTable
            label={title}
            columns={columns}
            rows={list.rows}
            rowKey={(row) => `${row.accountId} ${row.month}`}
            params={params}
            sort={{ name: "account", isDescending: false }}
            next={list.next}
            previous={list.previous}
          />
          <Pager params={params} count={list.rows.length} next={list.next} previous={list.previous} />
        </>
      )}
    </div>
  );
}
