import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface Match {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly detail: string | null;
}

interface Props {
  readonly title: string;
  readonly matches: readonly Match[];
  /** Where one of them opens. */
  readonly path: string;
  readonly more: ReactNode;
}

export function SearchResults({ title, matches, path, more }: Props) {
  if (matches.length === 0) return null;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        <div className="section-links">{more}</div>
      </div>
      <div className="table-frame">
        <table className="data" aria-label={title}>
          <tbody>
            {matches.map((match) => (
              <tr key={match.id}>
                <td>
                  <Link to={`${path}/${match.id}`} prefetch={path === "/accounts" ? "intent" : "none"}>
                    {match.name}
                  </Link>
                </td>
                <td className="muted nowrap">{match.number}</td>
                <td className="muted">{match.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
