import type { ReactNode } from "react";
import { TableFrame } from "./table-frame";

/** One column of a table that is shown whole. `cell` is a plain function. */
export interface DataColumn<Row> {
  readonly key: string;
  /** None over a column of buttons. */
  readonly header?: ReactNode;
  readonly unit?: string;
  /** What the head means, on hover. */
  readonly title?: string;
  /** Right-aligned. */
  readonly isNumber?: boolean;
  readonly isStrong?: boolean | ((row: Row) => boolean);
  readonly className?: string;
  readonly minWidthPx?: number;
  /** Where the cell stands when a phone folds the row; without it the cell is left out there. */
  readonly line?: 1 | 2 | "text";
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
  readonly rowKey: (row: Row, index: number) => string | number;
  readonly isCurrent?: (row: Row) => boolean;
}

/** A short table of records, without sorting or pages; a list that has them is a ListTable. It folds where a column says how. */
export function DataTable<Row>({ label, columns, rows, rowKey, isCurrent }: Props<Row>) {
  const folds = columns.some(({ line }) => line !== undefined);
  const hasFoot = columns.some(({ foot }) => foot !== undefined);
  return (
    <TableFrame label={label} folds={folds}>
      <table className="data">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classOf(column)}
                title={column.title}
                style={column.minWidthPx === undefined ? undefined : { minWidth: column.minWidthPx }}
              >
                {column.header}
                {column.unit !== undefined && <span className="unit">{column.unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowKey(row, rowIndex)} aria-current={isCurrent?.(row) ? "true" : undefined}>
              {columns.map((column, index) => (
                <Cell
                  key={column.key}
                  column={column}
                  row={row}
                  line={folds && index === 0 ? "name" : column.line}
                />
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={column.isNumber ? "n" : undefined}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  );
}

interface CellProps<Row> {
  readonly column: DataColumn<Row>;
  readonly row: Row;
  readonly line: DataColumn<Row>["line"] | "name";
}

function Cell<Row>({ column, row, line }: CellProps<Row>) {
  const reason = column.hidden?.(row);
  if (reason)
    return (
      <td className="n hidden-cell" title={reason.words} data-line={line}>
        <span>{reason.short}</span>
      </td>
    );
  const { isStrong } = column;
  const isBold = typeof isStrong === "function" ? isStrong(row) : (isStrong ?? false);
  return (
    <td className={classOf(column, isBold)} data-line={line}>
      {column.cell(row)}
    </td>
  );
}

function classOf<Row>({ isNumber, className }: DataColumn<Row>, isBold = false): string | undefined {
  return [isNumber && "n", isBold && "strong", className].filter(Boolean).join(" ") || undefined;
}
