import { useTranslation } from "react-i18next";
import { StateMark, type Tone } from "~/ui/primitives/state-mark";
import type { Health } from "../../panel/health";

const toneOf: Readonly<Record<Health, Tone>> = {
  good: "good",
  watch: "warn",
  falling: "bad",
  unknown: "neutral",
};

const healthWord = (health: string, status: string): Health | "lost" =>
  status === "customer" ? (health as Health) : "lost";

export function HealthMark({ health, status }: { health: string; status: string }) {
  const { t } = useTranslation();
  const word = healthWord(health, status);
  return (
    <StateMark tone={word === "lost" ? "neutral" : toneOf[word]}>
      {t(`linkage.account.health.${word}`)}
    </StateMark>
  );
}
