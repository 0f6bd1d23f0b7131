import { Fragment } from 'react'
import { FigureList } from '#components/article/figure.tsx'
import { RoleLink } from '#components/lattice/role-link.tsx'
import type { Entry, Library } from '#lib/content/library.ts'
import { comparisonAddress } from '#lib/reader/comparison-query.ts'
import { MOVE_KINDS } from '#lib/role.ts'
import { moveAnchor } from '#lib/row-anchors.ts'
import { MOVES } from '#lib/trail.ts'

type Props = { role: Entry<'roles'>; library: Library }

/** The moves that start here: what carries over, what is missing, what to put on the table, what is harder than it looks. */
export function Moves({ role, library }: Props) {
  const skills = (ids: string[]) =>
    ids.map((id, index) => {
      const skill = library.get('skills', id)
      return (
        <Fragment key={id}>
          {index > 0 ? ', ' : ''}
          <a href={skill.address}>{skill.data.title.toLowerCase()}</a>
        </Fragment>
      )
    })
  return (
    <>
      <ul className="moves">
        {role.data.leadsTo.map((move) => (
          <li key={move.role} id={moveAnchor(move.role)}>
            <h3>
              <RoleLink role={library.get('roles', move.role)} /> <small>{MOVE_KINDS[move.kind]}</small>
            </h3>
            <dl className="facts">
              {move.carriesOver.length > 0 ? (
                <div>
                  <dt>You bring</dt>
                  <dd>{skills(move.carriesOver)}</dd>
                </div>
              ) : null}
              {move.missing.length > 0 ? (
                <div>
                  <dt>You still need</dt>
                  <dd>{skills(move.missing)}</dd>
                </div>
              ) : null}
              <div>
                <dt>Put on the table</dt>
                <dd>
                  <ul className="plain">
                    {move.evidence.map((each) => (
                      <li key={each}>{each}</li>
                    ))}
                  </ul>
                </dd>
              </div>
              <div>
                <dt>Harder than it looks</dt>
                <dd>{move.harder}</dd>
              </div>
              {move.time && move.time.length > 0 ? (
                <div>
                  <dt>How long</dt>
                  <dd>
                    <FigureList ids={move.time} library={library} />
                  </dd>
                </div>
              ) : null}
            </dl>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${MOVES.address}?from=${role.id}`}>Plan a move from here</a>.
      </p>
      <h3 id="out-of-bpo">Out of BPO</h3>
      <dl className="facts">
        {role.data.leadsOut.map(({ to, why }) => (
          <div key={to}>
            <dt>{to}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Reporting lines, span and look-alike titles. */
export function AcrossTheMap({ role, library }: Props) {
  const { reportsTo, manages, span, spanNote, notToConfuseWith } = role.data
  const roles = (ids: string[]) => (
    <ul className="plain">
      {ids.map((id) => (
        <li key={id}>
          <RoleLink role={library.get('roles', id)} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <dl className="facts">
        {reportsTo.length > 0 ? (
          <div>
            <dt>You report to</dt>
            <dd>{roles(reportsTo)}</dd>
          </div>
        ) : null}
        {manages.length > 0 ? (
          <div>
            <dt>You lead</dt>
            <dd>{roles(manages)}</dd>
          </div>
        ) : null}
        {notToConfuseWith?.map(({ role: other, difference }) => (
          <div key={other}>
            <dt>
              Not the same as <RoleLink role={library.get('roles', other)} />
            </dt>
            <dd>
              {difference} <a href={comparisonAddress([role.id, other])}>Side by side</a>
            </dd>
          </div>
        ))}
      </dl>
      {span && span.length > 0 ? (
        <div className="compare">
          <FigureList ids={span} library={library} />
          {spanNote ? (
            <p className="why">
              <b>Why they differ.</b> {spanNote}
            </p>
          ) : null}
        </div>
      ) : null}
    </>
  )
}
