import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LookupMatch } from "../forms/lookup-field";
import type { IconName } from "../primitives/icon";
import type { NavigationItem } from "./navigation";

export interface PaletteEntry {
  readonly to: string;
  readonly icon: IconName;
  readonly name: string;
  readonly detail: string | null;
}

const pauseMs = 120;
const mostOfEach = 6;
/** What the places of the navigation offer to look up, by their path. */
const lookups = [
  { place: "/accounts", source: "/lookup/accounts" },
  { place: "/employees", source: "/lookup/employees" },
] as const;

/** Pages by their names at once; accounts and people, where the reader has them, once they were looked up. */
export function usePaletteEntries(items: readonly NavigationItem[], query: string): PaletteEntry[] {
  const { t } = useTranslation();
  const [found, setFound] = useState<{ query: string; entries: PaletteEntry[] }>({ query: "", entries: [] });

  useEffect(() => {
    if (query === "") return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const offered = lookups.flatMap((lookup) => {
        const item = items.find(({ to }) => to === lookup.place);
        return item ? [{ ...lookup, icon: item.icon }] : [];
      });
      Promise.all(offered.map((lookup) => lookUp(lookup, query, controller.signal)))
        .then((lists) => setFound({ query, entries: lists.flat() }))
        .catch(() => {
          // What cannot be looked up now is not offered; the pages are.
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [items, query]);

  const wanted = query.toLowerCase();
  const pages = items
    .map((item) => ({
      to: item.to,
      icon: item.icon,
      name: t(`common.navigation.${item.word}`),
      detail: null,
    }))
    .filter((page) => page.name.toLowerCase().includes(wanted));
  return [...pages, ...(query === "" ? [] : found.entries)];
}

interface Lookup {
  readonly place: string;
  readonly source: string;
  readonly icon: IconName;
}

async function lookUp(
  { place, source, icon }: Lookup,
  query: string,
  signal: AbortSignal,
): Promise<PaletteEntry[]> {
  const response = await fetch(`${source}?${new URLSearchParams({ q: query }).toString()}`, {
    signal,
    headers: { Accept: "application/json" },
  });
  if (!response.ok || response.headers.get("Content-Type")?.includes("json") !== true) return [];
  const matches = (await response.json()) as LookupMatch[];
  return matches.slice(0, mostOfEach).map((match) => ({
    to: `${place}/${match.id}`,
    icon,
    name: match.name,
    detail: [match.number, match.detail].filter(Boolean).join(" · "),
  }));
}
