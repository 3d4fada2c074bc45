import { useEffect } from "react";

/** `/` puts the cursor into the first visible field marked `data-focus-key="/"`; typing in a field is left alone. */
export function useShortcuts(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTyping(event.target) || event.key !== "/") return;
      const fields = [...document.querySelectorAll<HTMLElement>('[data-focus-key="/"]')];
      const field = fields.findLast((candidate) => candidate.offsetParent !== null);
      if (!field) return;
      event.preventDefault();
      field.focus();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
