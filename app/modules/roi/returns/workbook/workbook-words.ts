import type { TFunction } from "i18next";
import { formatterFor } from "~/i18n/format";
import type { Locale } from "~/i18n/locales";
import type { CostCategory } from "~/modules/people/cost-entry";
import type { ReturnReport } from "../return-report";
import type { ProgrammeKey } from "../return-rules";
import type { WorkbookWords } from "./prepare-workbook";

/** The workbook in the reader's language. */
export function workbookWords(t: TFunction, locale: Locale, report: ReturnReport): WorkbookWords {
  const format = formatterFor(locale);
  const { currency, window, horizonMonths, annualDiscountRate, result, catalogue } = report;
  const effects = new Map(catalogue.effects.map((effect) => [effect.key, effect]));
  const money = (label: string) => `${label}, ${currency}`;
  return {
    sheets: {
      readMe: t("roi.workbook.readMe"),
      inputs: t("roi.workbook.inputs"),
      programmes: t("roi.workbook.programmes"),
      months: t("roi.workbook.paths"),
      draws: t("roi.workbook.draws"),
      costs: t("roi.workbook.ledger"),
    },
    readMe: [
      [t("roi.title"), t("roi.subtitle")],
      [t("common.asOf"), format.date(report.asOf)],
      [t("roi.scope.window"), `${format.month(window.first)} – ${format.month(window.last)}`],
      [
        t("roi.scope.horizon"),
        t("roi.scope.horizonText", { months: horizonMonths, rate: format.percent(annualDiscountRate) }),
      ],
      [t("roi.workbook.readMe"), t("roi.workbook.about", { draws: format.number(result.draws) })],
      [t("roi.figure.grade"), t("roi.headline.onlyGraded")],
      ...(["cost", "customers", "people", "net", "roi"] as const).map(
        (figure) => [t(`roi.figure.${figure}`), t(`roi.figure.definition.${figure}`)] as const,
      ),
    ],
    inputHeader: [
      t("roi.workbook.input"),
      t("roi.figure.estimate"),
      t("roi.figure.low"),
      t("roi.figure.high"),
      t("roi.figure.grade"),
      t("roi.workbook.key"),
    ],
    monthHeader: [
      t("roi.workbook.programme"),
      t("roi.workbook.path"),
      t("roi.workbook.month"),
      t("roi.workbook.discount"),
      t("roi.workbook.onRevenue"),
      t("roi.workbook.onHazard"),
      t("roi.workbook.withoutShare"),
      t("roi.workbook.withShare"),
      money(t("roi.workbook.stays")),
      money(t("roi.workbook.buys")),
      money(t("roi.workbook.saved")),
    ],
    costHeader: [
      t("roi.workbook.programme"),
      t("roi.figure.kind"),
      t("roi.figure.category"),
      t("roi.figure.reach"),
      t("roi.figure.entries"),
      money(t("roi.figure.amount")),
    ],
    programmeHeader: [
      t("roi.workbook.programme"),
      ...(["cost", "customers", "people", "net"] as const).map((figure) => money(t(`roi.figure.${figure}`))),
      t("roi.figure.roi"),
      money(t("roi.figure.low")),
      money(t("roi.figure.high")),
      t("roi.figure.chance"),
      money(t("roi.figure.leftOut")),
    ],
    drawsHeader: [
      t("roi.workbook.programme"),
      money(t("roi.figure.low")),
      money(`50 ${t("roi.workbook.percentile")}`),
      money(t("roi.figure.high")),
      t("roi.figure.chance"),
    ],
    discountRate: t("roi.input.discount_rate"),
    total: t("roi.programmes.all"),
    hiddenTogether: t("roi.figure.hidden"),
    programme: (key) => t(`roi.programme.${key as ProgrammeKey}`),
    input: (key) => {
      const effect = effects.get(key);
      if (!effect) return t(`roi.input.${key}` as "roi.input.discount_rate");
      return t("roi.input.effect", {
        exposure: t(`drivers.exposure.${effect.exposure}` as "drivers.exposure.training"),
        outcome: t(`drivers.outcome.${effect.outcome}`),
      });
    },
    path: (kind) =>
      kind === "accounts"
        ? t("roi.workbook.accounts")
        : kind === "handover"
          ? t("roi.workbook.keptAccounts")
          : t("roi.workbook.avoided"),
    group: ({ source, kind, category, reach }) => [
      source === "time" ? t("roi.source.time") : (kind ?? t(`people.costs.name.${category as CostCategory}`)),
      t(`people.costs.name.${category as CostCategory}`),
      t(`roi.reach.${reach}`),
    ],
  };
}
