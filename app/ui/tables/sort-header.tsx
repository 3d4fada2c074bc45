import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { hrefWith, type ListSort, writeSort } from "./list-query";

interface Props {
  readonly name: string;
  /** Figures are mostly wanted largest first. */
  readonly startsDescending?: boolean;
  readonly sort: ListSort;
  readonly params: URLSearchParams;
  readonly className?: string | undefined;
  readonly unit?: ReactNode;
  readonly children: ReactNode;
}

/** A column head that sorts by a link, so that the order is part of the URL and works without JavaScript. */
export function SortHeader({
  name,
  startsDescending = false,
  sort,
  params,
  className,
  unit,
  children,
}: Props) {
  const { t } = useTranslation();
  const isSorted = sort.name === name;
  const isDescending = isSorted ? !sort.isDescending : startsDescending;
  const direction = sort.isDescending ? "descending" : "ascending";
  return (
    <th scope="col" className={className} aria-sort={isSorted ? direction : undefined}>
      <Link to={hrefWith(params, { sort: writeSort({ name, isDescending }) })} preventScrollReset>
        {children}
        {isSorted && <span aria-hidden="true">{sort.isDescending ? " ↓" : " ↑"}</span>}
        {isSorted && (
          <span className="sr-only">
            , {t(sort.isDescending ? "common.table.sortedDescending" : "common.table.sortedAscending")}
          </span>
        )}
      </Link>
      {unit && <span className="unit">{unit}</span>}
    </th>
  );
}
