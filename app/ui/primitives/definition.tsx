import type { ReactNode } from "react";
import styles from "./definition.module.css";

/** A figure's name that opens to what the figure is. Works without JavaScript. */
export function Definition({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <details className={styles.definition}>
      <summary className="label">{name}</summary>
      <div className={styles.panel}>{children}</div>
    </details>
  );
}
