import type { ReactNode } from "react";
import { TableFrame } from "./table-frame";

/** One column of a table that is shown whole: nothing to sort, choose or page. `cell` is a plain function. */
export interface DataColumn<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly unit?: ReactNode;
  /** Right-aligned. */
  readonly isNumber?: boolean;
  readonly isStrong?: boolean | ((row: Row) => boolean);
  readonly className?: string;
  readonly minWidthPx?: number;
  readonly cell: (row: Row) => ReactNode;
  /** Why the reader may not see the cell; then nothing of it is shown. */
  readonly hidden?: (row: Row) => HiddenReason | null;
  /** Stands in the last row, under a line. */
  readonly foot?: ReactNode;
}

export interface HiddenReason {
  readonly short: string;
  readonly words: string;
}

interface Props<Row> {
  /** Says what the table shows; its frame takes the focus where it scrolls. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly isCurrent?: (row: Row) => boolean;
}

/** A table of what is there, from its columns. Lists that are sorted and paged are `ListTable`. */
export function DataTable<Row>({ label, columns, rows, rowKey, isCurrent }: Props<Row>) {
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <TableFrame label={label}>
      <table className="data">
        <thead>
          <tr>
            {columns.map(({ key, head, unit, isNumber, minWidthPx }) => (
              <th
                key={key}
                scope="col"
                className={isNumber ? "n" : undefined}
                style={minWidthPx === undefined ? undefined : { minWidth: minWidthPx }}
              >
                {head}
                {unit !== undefined && <span className="unit">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} aria-current={isCurrent?.(row) ? "true" : undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot && (
          <tfoot>
            <tr>
              {columns.map(({ key, isNumber, foot }) => (
                <td key={key} className={isNumber ? "n" : undefined}>
                  {foot}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  );
}

function Cell<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  const { isNumber, isStrong, className, hidden, cell } = column;
  const reason = hidden?.(row);
  if (reason)
    return (
      <td className="n hidden-cell" title={reason.words}>
        <span>{reason.short}</span>
      </td>
    );
  const isBold = typeof isStrong === "function" ? isStrong(row) : isStrong;
  return (
    <td className={[isNumber && "n", isBold && "strong", className].filter(Boolean).join(" ") || undefined}>
      {cell(row)}
    </td>
  );
}
