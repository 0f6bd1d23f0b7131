import type { Entry, Library } from '#lib/content/library.ts'
import { skillAnchor } from '#lib/row-anchors.ts'
import type { Level } from '#lib/skill.ts'

/** A level as a word; the style sheet sets filled stops before it, so that neither colour nor counting is needed. */
export const LevelMark = ({ level }: { level: Level }) => (
  <span className="level" data-level={level}>
    {level}
  </span>
)

export function Competencies({ role, library }: { role: Entry<'roles'>; library: Library }) {
  return (
    <ul className="competencies">
      {role.data.competencies.map(({ skill, level, need, signal }) => {
        const found = library.get('skills', skill)
        return (
          <li key={skill} id={skillAnchor(skill)}>
            <div>
              <a href={found.address}>{found.data.title}</a>
              <LevelMark level={level} />
            </div>
            <p>
              {need === 'useful' ? <i>Useful, not required. </i> : null}
              {signal}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

export function Equipment({ role }: { role: Entry<'roles'> }) {
  const { tools, equipment } = role.data
  return (
    <>
      <ul className="plain spaced">
        {tools.map((tool) => (
          <li key={tool}>{tool}</li>
        ))}
      </ul>
      {equipment ? (
        <dl className="facts">
          {equipment.map(({ item, paidBy }) => (
            <div key={item}>
              <dt>{item}</dt>
              <dd>{paidBy}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}
