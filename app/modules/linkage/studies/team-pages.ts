/** A company of hundreds of teams is read fifty at a time. */
export interface TeamsPageNumber {
  readonly number: number;
  readonly pages: number;
  readonly total: number;
  /** Place of the page's first team among all, from 1. */
  readonly first: number;
}

export const teamsPerPage = 50;
/** A page that does not exist is the nearest one that does. */
export function pageOfTeams(total: number, asked: string | null): TeamsPageNumber {
  const pages = Math.max(1, Math.ceil(total / teamsPerPage));
  const wanted = Number(asked ?? "1");
  const number = Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), pages) : 1;
  return { number, pages, total, first: (number - 1) * teamsPerPage + 1 };
}
