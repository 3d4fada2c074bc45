import { useEffect, useState } from "react";

/** Shown where a script can print; without one the browser's own command does the same. */
export function PrintButton({ label }: { label: string }) {
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  return (
    <button type="button" className="button" hidden={!canPrint} onClick={() => window.print()}>
      {label}
    </button>
  );
}
