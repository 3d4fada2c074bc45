import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Icon } from "~/ui/primitives/icon";
import { PageHeader } from "~/ui/primitives/page-header";
import type { Window } from "../../home/window";
import { PrintButton } from "./print-button";

interface Props {
  readonly asOf: string;
  readonly window: Window;
  readonly annualDiscountRate: number;
  readonly horizonMonths: number;
  readonly programmes: number;
}

export function ReturnHeader({ asOf, window, annualDiscountRate, horizonMonths, programmes }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PageHeader
      title={t("roi.title")}
      subtitle={t("roi.subtitle")}
      scope={
        <>
          <span>
            {t("common.asOf")} <b>{format.date(asOf)}</b>
          </span>
          <span>
            {t("common.scope.label")} <b>{t("roi.scope.programmes", { count: programmes })}</b>
          </span>
          <span>
            {t("roi.scope.window")}{" "}
            <b>
              {format.month(window.first)} – {format.month(window.last)}
            </b>
          </span>
          <span>
            {t("roi.scope.horizon")}{" "}
            <b>
              {t("roi.scope.horizonText", {
                months: horizonMonths,
                rate: format.percent(annualDiscountRate, {
                  decimals: annualDiscountRate * 100 === Math.round(annualDiscountRate * 100) ? 0 : 1,
                }),
              })}
            </b>
          </span>
        </>
      }
      actions={
        <>
          <PrintButton label={t("roi.action.print")} />
          <a className="button" href="/return.xlsx" download>
            <Icon name="download" /> {t("roi.action.excel")}
          </a>
          <Link className="button primary" to="/scenarios">
            {t("roi.action.scenarios")}
          </Link>
        </>
      }
    />
  );
}
