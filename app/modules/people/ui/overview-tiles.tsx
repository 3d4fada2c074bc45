import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { outcomesOf } from "../account-outcomes";
import type { EmployeeSummary } from "../get-employee-summary.server";
import styles from "./overview-tiles.module.css";

interface TileProps {
  readonly label: string;
  /** Null is shown as a dash; the note says why. */
  readonly value: string | null;
  readonly unit?: string;
  readonly note: ReactNode;
  readonly to: string;
}

function Tile({ label, value, unit, note, to }: TileProps) {
  return (
    <div className="tile">
      <p className="label">
        <Link to={to}>{label}</Link>
      </p>
      <p className="value">
        {value ?? "–"}
        {value !== null && unit && <small>{unit}</small>}
      </p>
      <p className="note">{note}</p>
    </div>
  );
}

interface Props {
  readonly summary: EmployeeSummary;
  readonly employeeId: string;
  readonly currency: string;
}

/** Twelve months of one person in seven figures; each opens the rows behind it. */
export function OverviewTiles({ summary, employeeId, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const base = `/employees/${employeeId}`;
  const { csat, nps } = outcomesOf(summary.outcomes);
  const accounts = `${base}/accounts`;
  const { accountMonths, accountsLost } = summary.outcomes;
  return (
    <div className={`tiles ${styles.tiles}`}>
      <Tile
        label={t("people.overview.accounts")}
        value={format.number(summary.accountsOwned)}
        note={t("people.overview.accountsNote", { served: format.number(summary.accountsServed) })}
        to={accounts}
      />
      <Tile
        label={t("people.overview.revenue")}
        value={summary.accountsOwned === 0 ? null : format.compactMoney(summary.revenueOwnedMinor, currency)}
        unit={format.moneyUnit(currency)}
        note={t("people.overview.revenueNote")}
        to={accounts}
      />
      <Tile
        label={t("people.overview.csat")}
        value={csat && format.percent(csat.value, { decimals: 0 })}
        unit="%"
        note={
          csat
            ? t("people.overview.csatNote", {
                low: format.percent(csat.low, { decimals: 0 }),
                high: format.percent(csat.high, { decimals: 0 }),
                n: format.number(csat.n),
              })
            : t("people.overview.noAnswers")
        }
        to={accounts}
      />
      <Tile
        label={t("people.overview.nps")}
        value={nps && format.number(nps.value, { signed: true })}
        note={
          nps
            ? t("people.overview.npsNote", {
                low: format.number(nps.low, { signed: true }),
                high: format.number(nps.high, { signed: true }),
                n: format.number(nps.n),
              })
            : t("people.overview.noAnswers")
        }
        to={accounts}
      />
      <Tile
        label={t("people.overview.lost")}
        value={accountMonths === 0 && accountsLost === 0 ? null : format.number(accountsLost)}
        note={
          accountMonths === 0 && accountsLost === 0
            ? t("people.overview.noAccounts")
            : t("people.overview.lostNote", { count: accountMonths })
        }
        to={accounts}
      />
      <Tile
        label={t("people.overview.workload")}
        value={
          summary.workloadZ === null ? null : format.number(summary.workloadZ, { decimals: 1, signed: true })
        }
        unit={t("people.overview.workloadUnit")}
        note={
          summary.workloadZ === null
            ? t("people.overview.workloadNone")
            : t("people.overview.workloadNote", { count: summary.peers })
        }
        to={accounts}
      />
      <Tile
        label={t("people.overview.training")}
        value={format.number(summary.trainingHours12m, { decimals: 1 })}
        unit={t("people.overview.trainingUnit")}
        note={t("people.overview.trainingNote")}
        to={`${base}/training`}
      />
    </div>
  );
}
