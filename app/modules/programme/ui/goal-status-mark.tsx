import { useTranslation } from "react-i18next";
import { StateMark, type Tone } from "~/ui/primitives/state-mark";
import type { GoalStatus } from "../goal-status";

const toneOf: Readonly<Record<GoalStatus, Tone>> = {
  reached: "good",
  on_track: "good",
  at_risk: "warn",
  missed: "bad",
  unknown: "neutral",
};

export function GoalStatusMark({ status, isJudged }: { status: GoalStatus; isJudged: boolean }) {
  const { t } = useTranslation();
  const word =
    isJudged && status === "unknown"
      ? t("programme.goals.notAssessed")
      : t(`programme.goals.statuses.${status}`);
  return <StateMark tone={toneOf[status]}>{word}</StateMark>;
}
