import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { PageHeader } from "~/ui/primitives/page-header";
import { MoneyTabs } from "./money-tabs";

interface Props {
  readonly page: "profitability" | "lifetime" | "value" | "costs";
  readonly asOf: string | null;
  /** A filter in force, in words. */
  readonly scope?: string | null;
}

export function MoneyHeader({ page, asOf, scope = null }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={t(`money.title.${page}`)}
        subtitle={t(`money.subtitle.${page}`)}
        scope={
          asOf && (
            <>
              <span>
                {t("common.asOf")} <b>{format.date(asOf)}</b>
              </span>
              <span>
                {t("common.scope.label")} <b>{scope ?? t("common.scope.all")}</b>
              </span>
            </>
          )
        }
        actions={
          <button type="button" className="button" onClick={() => window.print()}>
            {t("money.print")}
          </button>
        }
      />
      <MoneyTabs />
    </>
  );
}
