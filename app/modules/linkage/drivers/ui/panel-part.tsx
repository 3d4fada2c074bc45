import type { ReactNode } from "react";
import styles from "./panel.module.css";

/** A titled part of the full result. */
export function PanelPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles["part"]}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Lines of what is known; a line with nothing to say is left out. */
export function PanelFacts({ lines }: { lines: readonly (readonly [string, ReactNode] | false | null)[] }) {
  return (
    <dl className={`key-values ${styles["facts"]}`}>
      {lines.map(
        (line) =>
          line && (
            <FactLine key={line[0]} label={line[0]}>
              {line[1]}
            </FactLine>
          ),
      )}
    </dl>
  );
}

function FactLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
