import { useTranslation } from "react-i18next";
import { StateMark, type Tone } from "~/ui/primitives/state-mark";

const tones: Readonly<Record<string, Tone>> = {
  waiting: "warn",
  running: "neutral",
  checked: "good",
  applied: "good",
  refused: "bad",
  failed: "bad",
  undone: "neutral",
};

/** How a run stands, in a mark and a word. */
export function RunState({ status, failed }: { status: string; failed: number }) {
  const { t } = useTranslation();
  const hasFailures = status === "checked" && failed > 0;
  return (
    <StateMark tone={hasFailures ? "warn" : (tones[status] ?? "neutral")}>
      {t(`exchange.status.${hasFailures ? "checkedWithFailures" : status}` as "exchange.status.checked")}
    </StateMark>
  );
}
