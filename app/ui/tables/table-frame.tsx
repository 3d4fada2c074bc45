import type { ReactNode } from "react";
import folding from "./folding.module.css";

interface Props {
  readonly label: string;
  /**
   * On a phone each row becomes lines: cells say where they stand by `data-line` ("name", 1, 2, or "text" for a line of its
   * own), the others are left out.
   */
  readonly folds?: boolean;
  readonly children: ReactNode;
}

/** The one thing that may scroll sideways; it takes the focus, so that the arrow keys can scroll it. */
export function TableFrame({ label, folds, children }: Props) {
  return (
    <section
      className={`table-frame ${folding.folds}`}
      data-folds={folds ? "" : undefined}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
