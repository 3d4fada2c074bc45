import { useNavigate } from "@remix-run/react";
import { type RefObject, useEffect } from "react";
import { isTyping } from "../shell/use-shortcuts";

/** j and k move a cursor over the rows, x chooses the row, Enter opens its first link, n and p turn the page. The rows know nothing of it. */
export function useListKeys(
  frame: RefObject<HTMLElement | null>,
  { next, previous }: { next: string | null; previous: string | null },
): void {
  const navigate = useNavigate();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTyping(event.target) || !frame.current) return;
      if (event.key === "j" || event.key === "k") moveCursor(frame.current, event.key === "j" ? 1 : -1);
      else if (event.key === "x") chooseCursorRow(frame.current);
      else if (event.key === "n" && next) void navigate(next);
      else if (event.key === "p" && previous) void navigate(previous);
      else if (event.key === "Enter" && isOnNothing(event.target)) openCursorRow(frame.current);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [frame, navigate, next, previous]);
}

/** Enter on a focused link or button is that link's or button's own. */
function isOnNothing(target: EventTarget | null): boolean {
  return !(target instanceof HTMLElement) || !target.closest("a, button, summary, [role]");
}

function moveCursor(frame: HTMLElement, step: 1 | -1): void {
  const rows = [...frame.querySelectorAll<HTMLElement>("tbody tr")];
  const current = rows.findIndex((row) => row.matches("[data-cursor]"));
  const index = current === -1 ? (step === 1 ? 0 : rows.length - 1) : current + step;
  const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
  if (!row) return;
  for (const other of rows) other.removeAttribute("data-cursor");
  row.setAttribute("data-cursor", "true");
  row.scrollIntoView({ block: "nearest" });
}

/** Where rows cannot be chosen there is nothing to tick. */
function chooseCursorRow(frame: HTMLElement): void {
  frame.querySelector<HTMLInputElement>('tr[data-cursor="true"] [data-choose]')?.click();
}

function openCursorRow(frame: HTMLElement): void {
  frame.querySelector<HTMLAnchorElement>('tr[data-cursor="true"] a[href]')?.click();
}
