import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { accountStatuses, accountTypes } from "~/modules/customers/account";
import { Field } from "~/ui/forms/field";
import { ColumnChooser } from "~/ui/tables/column-chooser";
import { FilterBar, type FilterChip } from "~/ui/tables/filter-bar";
import { hrefWith } from "~/ui/tables/list-query";
import type { ListColumn } from "~/ui/tables/list-table";
import { healthStates } from "../../panel/health";
import { type AccountFilters, accountViews, filterNames, flagNames } from "../account-filters";
import type { AccountChoices } from "../list-account-choices.server";
import type { AccountRow } from "../list-accounts.server";

interface Props {
  readonly params: URLSearchParams;
  readonly filters: AccountFilters;
  readonly choices: AccountChoices;
  readonly ownerName: string | null;
  readonly columns: readonly ListColumn<AccountRow>[];
  readonly chosen: readonly ListColumn<AccountRow>[];
}

export function AccountFilterBar({ params, filters, choices, ownerName, columns, chosen }: Props) {
  const { t } = useTranslation();
  const chips = useChips(params, filters, ownerName);
  const select = <Value extends string>(
    name: "status" | "type" | "health",
    values: readonly Value[],
    word: (value: Value) => string,
  ) => (
    <Field label={t(`linkage.list.filter.${name}`)}>
      <select name={name} defaultValue={filters[name] ?? ""} key={filters[name]}>
        <option value="">{t("linkage.list.filter.any")}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {word(value)}
          </option>
        ))}
      </select>
    </Field>
  );
  const listed = (name: "segment" | "region", values: readonly string[]) => (
    <Field label={t(`linkage.list.filter.${name}`)}>
      <select name={name} defaultValue={filters[name] ?? ""} key={filters[name]}>
        <option value="">{t("linkage.list.filter.any")}</option>
        {[...new Set([...values, ...(filters[name] ? [filters[name]] : [])])].map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </Field>
  );
  return (
    <FilterBar
      params={params}
      searchLabel={t("linkage.list.search")}
      chips={chips}
      filterNames={[...filterNames]}
      end={<ColumnChooser columns={columns} chosen={chosen} params={params} />}
    >
      {select("health", healthStates, (value) => t(`linkage.account.health.${value}`))}
      {select("status", accountStatuses, (value) => t(`customers.status.${value}`))}
      {listed("region", choices.regions)}
      {listed("segment", choices.segments)}
      {select("type", accountTypes, (value) => t(`customers.type.${value}`))}
      {filters.owner && <input type="hidden" name="owner" value={filters.owner} />}
      {flagNames.map((flag) => (
        <label key={flag} className="check">
          <input
            type="checkbox"
            name={flag}
            value="1"
            key={String(params.get(flag))}
            defaultChecked={params.get(flag) === "1"}
          />
          {t(`linkage.list.filter.${flag}`)}
        </label>
      ))}
    </FilterBar>
  );
}

function useChips(params: URLSearchParams, filters: AccountFilters, ownerName: string | null): FilterChip[] {
  const { t } = useTranslation();
  const { status, type, health, segment, region, owner } = filters;
  const values: Record<string, string | null> = {
    status: status && t(`customers.status.${status}`),
    type: type && t(`customers.type.${type}`),
    health: health && t(`linkage.account.health.${health}`),
    segment,
    region,
    owner: owner && (ownerName ?? t("linkage.list.filter.unknownOwner")),
    recent: filters.isOwnerRecent ? t("linkage.list.filter.yes") : null,
    unowned: filters.isUnowned ? t("linkage.list.filter.yes") : null,
    handed: filters.isHandedOver ? t("linkage.list.filter.yes") : null,
    quiet: filters.isQuiet ? t("linkage.list.filter.yes") : null,
  };
  return filterNames.flatMap((name) => {
    const value = values[name];
    if (!value) return [];
    return [
      {
        key: name,
        label: t(`linkage.list.filter.${name}`),
        value,
        removeHref: hrefWith(params, { [name]: null }),
      },
    ];
  });
}

/** The questions of every week, each one click; sort and columns stay as they are. */
export function AccountViews({ params }: { params: URLSearchParams }) {
  const { t } = useTranslation();
  const present = (from: URLSearchParams) =>
    ["q", ...filterNames].map((name) => `${name}=${from.get(name) ?? ""}`).join("&");
  return (
    <nav className="tabs no-print" aria-label={t("linkage.list.views")}>
      {accountViews.map(({ key, query }) => {
        const view = new URLSearchParams(query);
        const changes = Object.fromEntries(["q", ...filterNames].map((name) => [name, view.get(name)]));
        return (
          <Link
            key={key}
            to={hrefWith(params, changes)}
            aria-current={present(params) === present(view) ? "page" : undefined}
          >
            {t(`linkage.list.view.${key}` as "linkage.list.view.all")}
          </Link>
        );
      })}
    </nav>
  );
}
