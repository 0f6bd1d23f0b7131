'use client'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { comparisonQuery, readComparisonQuery } from '#lib/reader/comparison-query.ts'
import { listed } from '#lib/reader/listed.ts'
import type { PayCountry } from '#lib/reader/pay-outline.ts'
import type { RoleBrief } from '#lib/reader/role-sheet.ts'
import { ComparedRoles } from './compared-roles.tsx'
import { Island } from './island.tsx'
import { LoadFailed } from './load-failed.tsx'
import { useTitle } from './page-title.ts'
import { useAwake } from './reader-store.ts'
import { RoleChooser } from './role-chooser.tsx'
import { RoleTable } from './role-table.tsx'
import { changeSearch, useSearch } from './use-address.ts'
import { useRoleSheets } from './use-role-sheets.ts'

/** A line of the map, with its sign. */
export interface Line {
  id: string
  name: string
  badge: ReactNode
}

export interface CompareGuide {
  roles: readonly RoleBrief[]
  /** In the order of the map. */
  lines: readonly Line[]
  /** Roles that people mix up. */
  pairs: readonly (readonly [string, string])[]
  /** Ids that roles had before. */
  former: Readonly<Record<string, string>>
  countries: readonly PayCountry[]
}

/** Two to four roles side by side, as the address says; without any the table of all of them. */
export default function RoleComparison(guide: CompareGuide) {
  return (
    <Island>
      <Comparing guide={guide} />
    </Island>
  )
}

function Comparing({ guide }: { guide: CompareGuide }) {
  const awake = useAwake()
  const search = useSearch()
  const { roles, country, said } = useMemo(
    () => readComparisonQuery(search, { roles: guide.roles, former: guide.former, countries: guide.countries }),
    [search, guide.roles, guide.former, guide.countries],
  )
  const place = useRef<HTMLDivElement>(null)
  const comparing = roles.length > 1
  const titles = roles.map((id) => guide.roles.find((role) => role.id === id)?.title ?? id)
  const named = listed(titles)
  useTitle(comparing ? `${named}, compared` : 'Compare roles', awake)
  // What was chosen with is gone with the choice, and the focus with it.
  const before = useRef(comparing)
  useEffect(() => {
    if (before.current === comparing) return
    before.current = comparing
    if (document.activeElement === document.body || !document.activeElement) place.current?.focus()
  }, [comparing])
  const code = guide.countries.find(({ id }) => id === country)?.code ?? ''
  const choose = (chosen: readonly string[], how: 'push' | 'replace' = 'push') => changeSearch(comparisonQuery(chosen, code), how)
  return (
    <div ref={place} tabIndex={-1} className="comparing">
      <div role="status" className="compare-said">
        {said.length > 0 ? (
          <div className="notice">
            {said.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        ) : null}
        {comparing ? <p className="compare-named">{named}, side by side.</p> : null}
        {roles.length === 1 ? <p className="compare-named">{named} is chosen. Choose one more to lay beside it.</p> : null}
      </div>
      {comparing ? (
        <>
          <RoleChooser guide={guide} chosen={roles} onChoose={choose} />
          <Fetched guide={guide} chosen={roles} country={country} />
        </>
      ) : (
        <RoleTable key={roles[0] ?? ''} guide={guide} first={roles[0] ?? ''} onChoose={choose} />
      )}
    </div>
  )
}

/** The comparison as far as its roles have arrived. */
function Fetched({ guide, chosen, country }: { guide: CompareGuide; chosen: readonly string[]; country: string }) {
  const { sheets, waiting, failed, slow, again } = useRoleSheets(chosen)
  const pages = (ids: readonly string[]) =>
    guide.roles
      .filter(({ id }) => ids.includes(id))
      .map(({ id, title, address }) => (
        <li key={id}>
          <a href={address}>{title}</a>
        </li>
      ))
  return (
    <>
      <div role="status">
        {failed.length > 0 ? (
          <LoadFailed again={again} main>
            <p>
              {failed.length === 1 ? 'One role' : `${failed.length} roles`} could not be loaded. Are you without a connection? Try again, or
              read the page:
            </p>
            <ul className="bullets">{pages(failed)}</ul>
          </LoadFailed>
        ) : null}
        {waiting.length > 0 ? <p className="needs-script">Fetching {waiting.length === 1 ? 'a role' : 'the roles'} …</p> : null}
        {slow ? (
          <>
            <p>This takes long. Your connection may be weak; it goes on by itself. You can read the pages meanwhile:</p>
            <ul className="bullets">{pages(waiting)}</ul>
          </>
        ) : null}
      </div>
      {sheets.length > 1 ? <ComparedRoles sheets={sheets} guide={guide} country={country} chosen={chosen} /> : null}
    </>
  )
}
