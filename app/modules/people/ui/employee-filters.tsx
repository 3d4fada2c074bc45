import { useTranslation } from "react-i18next";
import { Field } from "~/ui/forms/field";
import type { FilterChip } from "~/ui/tables/filter-bar";
import { hrefWith } from "~/ui/tables/list-query";
import { statusFilters } from "../employee-query";
import type { FilterChoices } from "../list-filter-choices.server";

interface Props {
  readonly params: URLSearchParams;
  readonly choices: FilterChoices;
}

/** The fields of the filter panel. */
export function EmployeeFilters({ params, choices }: Props) {
  const { t } = useTranslation();
  const any = <option value="">{t("people.list.filter.any")}</option>;
  return (
    <>
      <Field label={t("people.list.filter.status")}>
        <select name="status" defaultValue={params.get("status") ?? ""}>
          {any}
          {statusFilters.map((status) => (
            <option key={status} value={status}>
              {t(`people.list.filter.${status}`)}
            </option>
          ))}
        </select>
      </Field>
      {choices.units.length > 1 && (
        <Field label={t("people.list.filter.unit")} hint={t("people.list.filter.unitHint")}>
          <select name="unit" defaultValue={params.get("unit") ?? ""}>
            {any}
            {choices.units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {"\u2003".repeat(unit.depth) + unit.name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={t("people.list.filter.job")}>
        <select name="job" defaultValue={params.get("job") ?? ""}>
          {any}
          {choices.jobTitles.map((title) => (
            <option key={title} value={title}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t("people.list.filter.tenure")}>
        <select name="tenure" defaultValue={params.get("tenure") ?? ""}>
          {any}
          <option value="new">{t("people.list.filter.newcomer")}</option>
        </select>
      </Field>
    </>
  );
}

/** What is in force, each with the link that takes it away. The views above say the status already. */
export function useFilterChips({ params, choices }: Props): FilterChip[] {
  const { t } = useTranslation();
  const chips: FilterChip[] = [];
  const add = (name: "status" | "unit" | "job" | "tenure", value: string | undefined) => {
    if (value === undefined) return;
    chips.push({
      key: name,
      label: t(`people.list.filter.${name}`),
      value,
      removeHref: hrefWith(params, { [name]: null }),
    });
  };
  const status = statusFilters.find((one) => one === params.get("status"));
  add("status", status && t(`people.list.filter.${status}`));
  add("unit", choices.units.find((unit) => unit.id === params.get("unit"))?.name);
  add("job", params.get("job") || undefined);
  add("tenure", params.get("tenure") === "new" ? t("people.list.filter.newcomer") : undefined);
  return chips;
}
