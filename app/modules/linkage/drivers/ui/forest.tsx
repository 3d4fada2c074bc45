import { Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EmptyState } from "~/ui/primitives/empty-state";
import styles from "./forest.module.css";
import { ForestGroupSection } from "./forest-group";
import type { Forest } from "./prepare-forest";
import { useRowKeys } from "./use-row-keys";

interface Props {
  readonly forest: Forest;
  readonly openKey: string | null;
  /** The filters in force as "?…", or "". */
  readonly search: string;
  readonly comparesLast: boolean;
  readonly falseDiscoveryRate: number;
}

/** Every declared question with its answer, by outcome: findings, nulls and refusals, each in its place. */
export function ForestPlot({ forest, openKey, search, comparesLast, falseDiscoveryRate }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  useRowKeys(frame, { openKey, closeHref: `/drivers${search}` });
  const { groups, tests, hidden } = forest;
  return (
    <div ref={frame} className={styles["forest"]}>
      <HatchPattern />
      {groups.map((group) => (
        <ForestGroupSection
          key={group.outcome}
          group={group}
          openKey={openKey}
          search={search}
          comparesLast={comparesLast}
        />
      ))}
      {groups.length === 0 && <EmptyState title={t("drivers.page.nothing")} />}
      {groups.length > 0 && <ForestLegend comparesLast={comparesLast} />}
      <div className={styles["notes"]}>
        {tests.all > 0 && (
          <p>
            {t("drivers.page.tests", {
              count: tests.all,
              none: format.number(tests.none),
              rate: format.percent(falseDiscoveryRate, { decimals: 0 }),
            })}{" "}
            {tests.none > 0 && t("drivers.page.testsAnswer")}
          </p>
        )}
        <p className="muted">{t("drivers.page.company")}</p>
        {hidden > 0 && (
          <p className="muted no-print">
            {t("drivers.page.hiddenRows", { count: hidden })}{" "}
            <Link to={comparesLast ? "?compare=last" : "?"} preventScrollReset>
              {t("drivers.page.showAll")}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}

/** Hatched is what nothing stands on; defined once for all rows. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" className={styles["defs"]} aria-hidden="true">
      <defs>
        <pattern
          id="forest-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.3" height="6" fill="var(--hatch)" />
        </pattern>
      </defs>
    </svg>
  );
}

export function ForestLegend({ comparesLast }: { comparesLast: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className={styles["legend"]}>
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <rect width="22" height="14" fill="url(#forest-hatch)" />
          <path d="M.5 0v14M21.5 0v14" stroke="var(--ink-3)" />
        </svg>
        {t("drivers.page.legendHatch")}
      </li>
      <li>
        <svg width="12" height="12" aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--ink-2)" strokeWidth="2" />
        </svg>
        {t("drivers.page.legendOpen")}
      </li>
      <li>
        <svg width="16" height="12" aria-hidden="true">
          <path d="M0 6h10" stroke="var(--ink-2)" strokeWidth="2" />
          <path d="M15 6 9 2.5v7Z" fill="var(--ink-2)" />
        </svg>
        {t("drivers.page.legendCut")}
      </li>
      {comparesLast && (
        <li>
          <svg width="22" height="12" aria-hidden="true">
            <path d="M0 6h22" stroke="var(--ink-3)" />
            <path d="M11 2v8" stroke="var(--ink-3)" strokeWidth="2" />
          </svg>
          {t("drivers.page.legendLast")}
        </li>
      )}
    </ul>
  );
}
