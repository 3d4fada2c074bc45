/** One stretch of the same unit, job, manager and hours. */
export interface SpellLine {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly unit: string;
  readonly jobTitle: string | null;
  readonly manager: string | null;
  readonly fte: number;
}

/**
 * Joins neighbours that differ in nothing shown: what sets them apart is pay, and even the day of a rise is nobody's
 * business here. Newest first, as given.
 */
export function joinSpells(spells: readonly SpellLine[]): SpellLine[] {
  const joined: SpellLine[] = [];
  for (const spell of spells) {
    const newer = joined.at(-1);
    if (newer && isSame(newer, spell) && spell.endsOn === newer.startsOn) {
      joined[joined.length - 1] = { ...newer, id: spell.id, startsOn: spell.startsOn };
    } else joined.push(spell);
  }
  return joined;
}

function isSame(one: SpellLine, other: SpellLine): boolean {
  return (
    one.unit === other.unit &&
    one.jobTitle === other.jobTitle &&
    one.manager === other.manager &&
    one.fte === other.fte
  );
}
