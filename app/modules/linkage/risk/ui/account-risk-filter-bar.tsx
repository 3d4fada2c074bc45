import { Form, Link, useNavigate } from "@remix-run/react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import { hrefWith } from "~/ui/tables/list-query";
import { accountRiskFilterNames } from "../account-risk-filters";
import type { LoadedAccountRisks } from "../load-account-risks.server";
import { filterableFactors } from "../risk-factor";
import styles from "./risk.module.css";

interface Props extends Pick<LoadedAccountRisks, "filters" | "choices" | "ownerName"> {
  readonly params: URLSearchParams;
}

/** One GET form, so that the URL says it all and it works without JavaScript. */
export function AccountRiskFilterBar({ params, filters, choices, ownerName }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const changes = Object.fromEntries(
      accountRiskFilterNames.map((name) => [name, String(typed.get(name) ?? "") || null]),
    );
    void navigate(hrefWith(params, changes), { preventScrollReset: true });
  }
  const listed = (name: "region" | "segment", values: readonly string[]) => (
    <Field label={t(`risk.filter.${name}`)}>
      <select name={name} defaultValue={filters[name] ?? ""} key={filters[name]}>
        <option value="">{t("risk.filter.any")}</option>
        {[...new Set([...values, ...(filters[name] ? [filters[name]] : [])])].map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </Field>
  );
  const isFiltered = accountRiskFilterNames.some((name) => filters[name]);
  return (
    <Form
      method="get"
      role="search"
      aria-label={t("risk.filter.search")}
      className={`${styles["filters"]} no-print`}
      onSubmit={apply}
    >
      {params.get("sort") && <input type="hidden" name="sort" value={params.get("sort") ?? ""} />}
      {listed("region", choices.regions)}
      {listed("segment", choices.segments)}
      <Field label={t("risk.filter.factor")}>
        <select name="factor" defaultValue={filters.factor ?? ""} key={filters.factor}>
          <option value="">{t("risk.filter.any")}</option>
          {filterableFactors.map((factor) => (
            <option key={factor} value={factor}>
              {t(`risk.filterFactor.${factor}`)}
            </option>
          ))}
        </select>
      </Field>
      {filters.owner && (
        <span className="chip">
          <input type="hidden" name="owner" value={filters.owner} />
          {t("risk.filter.owner")} <b>{ownerName ?? t("risk.filter.unknownOwner")}</b>
        </span>
      )}
      <button type="submit" className="button">
        {t("common.action.apply")}
      </button>
      {isFiltered && (
        <Link to={hrefWith(params, Object.fromEntries(accountRiskFilterNames.map((name) => [name, null])))}>
          {t("common.action.clear")}
        </Link>
      )}
    </Form>
  );
}
