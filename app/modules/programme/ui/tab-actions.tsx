import type { ReactNode } from "react";

/** What can be done on a tab, at its right end; on a phone over the whole width. */
export function TabActions({ children }: { children: ReactNode }) {
  return (
    <div className="actions no-print" style={{ justifyContent: "flex-end", marginBottom: 16 }}>
      {children}
    </div>
  );
}
