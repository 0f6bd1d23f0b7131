import { createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import type { LatticeOutline, LatticeRole } from '#lib/reader/lattice-outline.ts'
import { type MovesQuestion, movesQuery } from '#lib/reader/moves-query.ts'
import type { FormerNames } from '#lib/reader/outline.ts'

export interface Planner {
  lattice: LatticeOutline
  roles: ReadonlyMap<string, LatticeRole>
  /** The sign of each line, drawn by the page. */
  badges: Readonly<Record<string, ReactNode>>
  question: MovesQuestion
  /** What roles were called before. */
  former: FormerNames
  /** Asks something else, and leads the reader to the answer. */
  ask: (question: MovesQuestion) => void
}

const Context = createContext<Planner | undefined>(undefined)
export const PlannerContext = Context.Provider

/** What the parts of an answer share. Only inside a planner whose lattice has arrived. */
export function usePlanner(): Planner {
  const planner = useContext(Context)
  if (!planner) throw new Error('This stands outside a move planner.')
  return planner
}

/** A question as a link: it works in a new tab, and without leaving the page. */
export function Ask({ from, to, children }: { from?: string | undefined; to?: string | undefined; children: ReactNode }) {
  const { ask, question } = usePlanner()
  const asked: MovesQuestion = {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(question.country ? { country: question.country } : {}),
  }
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    ask(asked)
  }
  return (
    <a href={`/moves/${movesQuery(asked)}`} onClick={follow}>
      {children}
    </a>
  )
}

/** A role by its sign and its name, which asks about it. */
export function AskRole({ id, from, to }: { id: string; from?: string; to?: string }) {
  const { roles, badges } = usePlanner()
  const role = roles.get(id)
  return role ? (
    <>
      {badges[role.line]}{' '}
      <Ask from={from} to={to}>
        {role.title}
      </Ask>
    </>
  ) : null
}
