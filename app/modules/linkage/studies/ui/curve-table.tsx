import type { ReactNode } from "react";
import { TableFrame } from "~/ui/tables/table-frame";

interface Props<Group> {
  readonly label: string;
  readonly groupHead: string;
  readonly groups: readonly Group[];
  readonly keyOf: (group: Group) => string;
  readonly nameOf: (key: string) => string;
  readonly columns: readonly {
    readonly head: string;
    readonly unit?: string;
    readonly title?: string;
    readonly cell: (group: Group) => ReactNode;
  }[];
}

/** The groups of a drawing of curves, compared in figures. */
export function CurveTable<Group>({ label, groupHead, groups, keyOf, nameOf, columns }: Props<Group>) {
  return (
    <TableFrame label={label}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{groupHead}</th>
            {columns.map(({ head, unit, title }) => (
              <th key={head} scope="col" className="n" title={title}>
                {head}
                {unit && <span className="unit">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={keyOf(group)}>
              <td className="strong nowrap">{nameOf(keyOf(group))}</td>
              {columns.map(({ head, cell }) => (
                <td key={head} className="n">
                  {cell(group)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
