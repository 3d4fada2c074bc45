import { useNavigate } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { isTyping } from "~/ui/shell/use-shortcuts";

/**
 * j and k walk over the rows, Enter opens the one that has the focus (it is a link), Escape closes what is open and gives
 * the focus back to its row.
 */
export function useRowKeys(
  frame: RefObject<HTMLElement | null>,
  { openKey, closeHref }: { openKey: string | null; closeHref: string },
): void {
  const navigate = useNavigate();
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (openKey) opened.current = openKey;
    else if (opened.current) {
      linkTo(frame.current, opened.current)?.focus({ preventScroll: true });
      opened.current = null;
    }
  }, [openKey, frame]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTyping(event.target) || !frame.current) return;
      if (event.key === "j" || event.key === "k") step(frame.current, event.key === "j" ? 1 : -1);
      else if (event.key === "Escape" && openKey) void navigate(closeHref, { preventScrollReset: true });
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [frame, navigate, openKey, closeHref]);
}

function rowLinks(frame: HTMLElement): HTMLAnchorElement[] {
  return [...frame.querySelectorAll<HTMLAnchorElement>("a[data-row-link]")];
}

function linkTo(frame: HTMLElement | null, key: string): HTMLAnchorElement | undefined {
  return frame ? rowLinks(frame).find((link) => link.pathname.endsWith(`/${key}`)) : undefined;
}

function step(frame: HTMLElement, by: 1 | -1): void {
  const links = rowLinks(frame);
  const current = links.indexOf(document.activeElement as HTMLAnchorElement);
  const from = current === -1 ? links.findIndex((link) => link.matches("[aria-current]")) : current;
  const next = from === -1 ? (by === 1 ? 0 : links.length - 1) : from + by;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}
