import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./popover.module.css";

interface Props {
  /** What stands on the button. */
  readonly summary: ReactNode;
  readonly summaryClassName?: string;
  readonly align?: "start" | "end";
  readonly children: ReactNode;
}

/** A panel that a button opens. It is a `<details>`, so it opens without JavaScript; with it, Escape and a click elsewhere close it. */
export function Popover({ summary, summaryClassName = "button small", align = "start", children }: Props) {
  const ref = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every navigation closes it
  useEffect(() => {
    if (ref.current) ref.current.open = false;
  }, [key]);
  useEffect(() => {
    function close(event: Event) {
      const details = ref.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape" || event.isComposing) return;
        details.querySelector("summary")?.focus();
      } else if (details.contains(event.target as Node)) return;
      details.open = false;
    }
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details ref={ref} className={`${styles.popover} no-print`}>
      <summary className={summaryClassName}>{summary}</summary>
      <div className={align === "end" ? `${styles.panel} ${styles.end}` : styles.panel}>{children}</div>
    </details>
  );
}
