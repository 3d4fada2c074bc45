import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { PageHeader } from "~/ui/primitives/page-header";
import type { HomeKind } from "../home-kinds";

interface Props {
  readonly kind: HomeKind;
  /** Every home page this person has, their own order kept; tabs where there are several. */
  readonly kinds: readonly HomeKind[];
  readonly asOf: string;
  readonly scopeName: string | null;
}

export function HomeHeader({ kind, kinds, asOf, scopeName }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={t(`home.${kind}.title`)}
        subtitle={t(`home.${kind}.subtitle`)}
        scope={
          <>
            <span>
              {t("common.asOf")} <b>{format.date(asOf)}</b>
            </span>
            <span>
              {t("common.scope.label")} <b>{scopeName ?? t("common.scope.all")}</b>
            </span>
            <span>{t("home.comparedWith")}</span>
          </>
        }
      />
      {kinds.length > 1 && (
        <nav className="tabs" aria-label={t("common.navigation.home")}>
          {kinds.map((each) => (
            <Link
              key={each}
              to={`/home/${each}`}
              aria-current={each === kind ? "page" : undefined}
              prefetch="intent"
            >
              {t(`home.${each}.tab`)}
            </Link>
          ))}
        </nav>
      )}
    </>
  );
}
