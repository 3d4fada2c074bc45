import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { FittedParameter, ValueRunResult } from "../value-run";
import { RetentionCurveChart } from "./retention-curve";

/** Which model values whom, and why it and not another. */
export function ModelSection({ result }: { result: ValueRunResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { contract, repeat, accounts, recurringShare } = result;
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{t("money.model.title")}</h2>
          <p className="sub">
            {recurringShare === null
              ? t("money.model.noRevenue")
              : t("money.model.rule", {
                  share: format.percent(recurringShare, { decimals: 0 }),
                  contract: format.number(accounts.contract),
                  repeat: format.number(accounts.repeatPurchase),
                  none: format.number(accounts.none),
                })}
          </p>
        </div>
      </div>
      <div className="stack">
        {contract && (
          <>
            <p>
              <b>{t(`money.model.method.${contract.method}`)}</b>{" "}
              {t(`money.model.why.${contract.method}`, {
                contracts: format.number(contract.contracts),
                lost: format.number(contract.lost),
              })}
              {contract.refused &&
                ` ${t("money.model.refused", { reason: t(`money.refusal.${contract.refused as "no-base"}`) })}`}
              {contract.tailShare !== null &&
                ` ${t("money.model.tail", { months: result.horizonMonths, share: format.percent(contract.tailShare, { decimals: 0 }) })}`}
            </p>
            <Parameters parameters={contract.parameters} />
          </>
        )}
        {repeat && (
          <>
            <p>
              <b>{t("money.model.method.repeat")}</b>{" "}
              {repeat.refused
                ? t("money.model.refused", { reason: t(`money.refusal.${repeat.refused as "no-base"}`) })
                : t("money.model.why.repeat", { n: format.number(repeat.customers) })}
              {repeat.warnings.includes("frequency-value-correlation") &&
                ` ${t("money.model.correlated", { r: format.number(repeat.correlation, { decimals: 2 }) })}`}
            </p>
            <Parameters parameters={repeat.parameters} />
          </>
        )}
      </div>
      {contract && contract.months.length > 1 && (
        <div style={{ marginTop: 24 }}>
          <RetentionCurveChart contract={contract} />
        </div>
      )}
    </section>
  );
}

function Parameters({ parameters }: { parameters: readonly FittedParameter[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (parameters.length === 0) return null;
  return (
    <p className="small muted">
      {parameters
        .map(({ name, value, standardError }) =>
          t("money.model.parameter", {
            name,
            value: format.number(value, { decimals: 3 }),
            error: format.number(standardError, { decimals: 3 }),
          }),
        )
        .join(" · ")}
    </p>
  );
}
