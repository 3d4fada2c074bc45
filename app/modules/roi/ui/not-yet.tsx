import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/ui/primitives/empty-state";
import type { MoneyState } from "./money-state";

/** Why a page of customer money has nothing to show, and what would make it measurable. */
export function NotYet({ state }: { state: MoneyState }) {
  const { t } = useTranslation();
  if (state.isComplete)
    return <EmptyState title={t("money.notYet.computing")}>{t("money.notYet.computingText")}</EmptyState>;
  const missing = (["revenue", "costs", "assignments"] as const).filter((part) => !state[part]);
  return (
    <EmptyState
      title={t("money.notYet.title")}
      action={
        <Link className="button primary" to="/import">
          {t("money.notYet.import")}
        </Link>
      }
    >
      {t("money.notYet.text")} {missing.map((part) => t(`money.notYet.${part}`)).join(" ")}
    </EmptyState>
  );
}
