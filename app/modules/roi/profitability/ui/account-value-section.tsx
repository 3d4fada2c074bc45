import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Section } from "~/ui/primitives/section";
import type { AccountValue } from "../read-account-money.server";

/** How the lifetime value comes about: a month's margin times the discounted months still expected. */
export function AccountValueSection({ value, currency }: { value: AccountValue | null; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => `${format.money(minor, currency)} ${currency}`;
  const isKnown = value !== null && value.clvMinor !== null;
  return (
    <Section
      title={t("money.figure.clvShort")}
      links={<Link to="/money/lifetime">{t("money.title.lifetime")}</Link>}
    >
      <p className="sub">
        {!isKnown || value.marginMinor === null
          ? t("money.reason.noValues")
          : t(value.model === "contract" ? "money.account.contractValue" : "money.account.value", {
              margin: money(value.marginMinor),
              months:
                value.marginMinor === 0
                  ? "–"
                  : format.number(value.clvMinor! / value.marginMinor, { decimals: 2 }),
              clv: money(value.clvMinor!),
              low: money(value.lowerMinor!),
              high: money(value.upperMinor!),
            })}
      </p>
    </Section>
  );
}
