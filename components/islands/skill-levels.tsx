import { LEVEL_NAMES, type RoleOutline, type SkillOutline } from '#lib/reader/outline.ts'
import type { PlanView } from '#lib/reader/plan-view.ts'
import type { Gap, Ground } from '#lib/reader/standing.ts'
import { useActs } from './acts.tsx'
import { useAwake } from './reader-store.ts'

interface Props {
  role: RoleOutline
  gaps: readonly Gap[]
  skills: readonly SkillOutline[]
  /** With a plan, steps that are not in it yet can be put there. */
  plan?: PlanView
}

/** What a post asks, skill by skill, against what the reader can show, and where the reader may say it of themselves. */
export function SkillLevels({ role, gaps, skills, plan }: Props) {
  const names = new Map(skills.map((skill) => [skill.id, skill]))
  const planned = plan ? new Set([...plan.groups, ...plan.others].flatMap(({ steps }) => steps.map(({ step }) => step.id))) : undefined
  const open = gaps.filter(({ have, asked }) => have < asked)
  return (
    <>
      <p>
        <b>
          You can show {gaps.length - open.length} of the {gaps.length} skills
        </b>{' '}
        that <a href={role.address}>{role.title.toLowerCase()}</a> asks for, at the level it asks. A step that you mark as done counts here
        and wherever else the same skill is asked.
      </p>
      <ul className="skill-levels">
        {gaps.map((gap) => (
          <SkillRow key={gap.skill} gap={gap} skill={names.get(gap.skill)} planned={planned} />
        ))}
      </ul>
    </>
  )
}

function SkillRow({ gap, skill, planned }: { gap: Gap; skill: SkillOutline | undefined; planned: ReadonlySet<string> | undefined }) {
  const { act } = useActs()
  const awake = useAwake()
  if (!skill) return null
  const { asked, have, need, ground } = gap
  const claimed = ground?.by === 'claim'
  const reached = have >= asked
  // A step of the plan itself before one from elsewhere.
  const suggested = gap.steps.find(({ step }) => planned?.has(step.id)) ?? gap.steps[0]
  return (
    <li data-state={reached ? 'done' : have > 0 ? 'doing' : 'todo'}>
      <p>
        <a href={skill.address}>{skill.title}</a>{' '}
        <span className="level" data-level={LEVEL_NAMES[asked]}>
          {LEVEL_NAMES[asked]}
        </span>{' '}
        {need === 'useful' ? <small>useful, not required</small> : null}
      </p>
      <p className="src">
        {reached ? 'Shown' : have > 0 ? `Shown to ${LEVEL_NAMES[have]} level` : 'Open'}
        {ground ? groundText(ground) : ''}
      </p>
      {!reached || claimed ? (
        <label className="claim">
          <span>
            I can show it<span className="sr-only">: {skill.title}, at level</span>
          </span>
          <select
            disabled={!awake}
            value={claimed ? have : ''}
            onChange={({ target }) => {
              const level = Number(target.value)
              act(
                { what: 'claim', skill: skill.id, level },
                level > 0 ? `${skill.title}: you say ${LEVEL_NAMES[level]}.` : `${skill.title}: taken back.`,
              )
            }}
          >
            <option value="">no</option>
            {[1, 2, 3, 4].map((level) => (
              <option key={level} value={level}>
                {LEVEL_NAMES[level]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {suggested ? (
        <p className="src">
          A step that builds it:{' '}
          <a href={`${suggested.stage.address}#${suggested.step.id}`}>{suggested.step.text || 'in another pathway'}</a>
          {planned && !planned.has(suggested.step.id) ? (
            <button
              type="button"
              className="act small"
              onClick={() =>
                act({ what: 'step', id: suggested.step.id, fields: { state: 'todo' } }, `In your plan: ${suggested.step.text}`)
              }
            >
              Put it in my plan<span className="sr-only">: {suggested.step.text}</span>
            </button>
          ) : null}
        </p>
      ) : null}
    </li>
  )
}

function groundText(ground: Ground): string {
  if (ground.by === 'claim') return ', by your own word'
  if (ground.by === 'start') return `, by stage “${ground.stage.title}” that is behind you`
  return ground.step.text ? `, by “${ground.step.text}”` : ', by a step of another pathway'
}
