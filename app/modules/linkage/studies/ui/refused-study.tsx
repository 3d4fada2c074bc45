import { useTranslation } from "react-i18next";
import { EmptyState } from "~/ui/primitives/empty-state";
import type { Refused } from "../../drivers/result";
import { RemedyLink } from "../../drivers/ui/remedy-link";

/** Why a study has no answer, and what to import so that it has one. */
export function RefusedStudy({ refused: { code } }: { refused: Refused }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("studies.refused")} action={<RemedyLink code={code} />}>
      {t(`drivers.refused.${code}`)}
    </EmptyState>
  );
}
