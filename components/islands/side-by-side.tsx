import type { ReactNode } from 'react'
import type { RoleSheet } from '#lib/reader/role-sheet.ts'
import type { Line } from './role-comparison.tsx'

/** What each role says on one point, in the order of the roles; nothing where it says nothing. */
export interface SideRow {
  id: string
  head?: ReactNode
  cells: readonly ReactNode[]
  /** Said in a column where the role has nothing; on a phone the head of the row says enough. */
  nothing?: string
}

interface Props {
  sheets: readonly RoleSheet[]
  lines: readonly Line[]
  /** Id of the heading that names the table. */
  labelledBy: string
  rows: readonly SideRow[]
  /** Few words in every cell: two columns stay beside each other on a phone. */
  short?: boolean | undefined
}

/** One column a role. On a phone the columns stand one below another under each point, and every cell names its role. */
export function SideBySide({ sheets, lines, labelledBy, rows, short }: Props) {
  const badge = (sheet: RoleSheet) => lines.find(({ id }) => id === sheet.line)?.badge
  return (
    <table className="sides" data-short={short ? '' : undefined} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {sheets.map((sheet) => (
            <th scope="col" key={sheet.id} data-line={sheet.line}>
              <a href={sheet.address}>
                {badge(sheet)} {sheet.title}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ id, head, cells, nothing }) => (
        <tbody key={id}>
          {head ? (
            <tr className="side-head">
              <th colSpan={sheets.length} scope="rowgroup">
                {head}
              </th>
            </tr>
          ) : null}
          <tr className="side-row">
            {sheets.map((sheet, index) => (
              <td key={sheet.id} data-line={sheet.line} data-empty={cells[index] === undefined ? '' : undefined}>
                <b className="side-role">
                  {badge(sheet)} {sheet.title}
                </b>
                {cells[index] ?? (nothing ? <span className="no-figure">{nothing}</span> : null)}
              </td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  )
}
