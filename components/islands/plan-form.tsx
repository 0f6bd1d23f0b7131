import { useId } from 'react'
import type { GuideOutline } from '#lib/reader/outline.ts'
import { paceText } from '#lib/reader/plan-dates.ts'
import { targetOf } from '#lib/reader/plan-view.ts'
import type { Plan } from '#lib/reader/progress.ts'
import { cleanText } from '#lib/reader/progress-format.ts'
import { useActs } from './acts.tsx'
import { DayField } from './day-field.tsx'
import { useDraft } from './draft.ts'
import { useAwake } from './reader-store.ts'

const PACES = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40]

/** The few things a plan must be told: where to, how many hours a week, since when, and for whom. */
export function PlanForm({ guide, plan, today }: { guide: GuideOutline; plan: Plan; today: string }) {
  const { act } = useActs()
  const awake = useAwake()
  const id = useId()
  const name = useDraft(plan.name, (text) => act({ what: 'plan', fields: { name: cleanText(text) } }, 'Name written.'))
  const goals = new Set(guide.pathways.map(({ goal }) => goal))
  const choose = (target: string) => {
    const { role, pathway } = targetOf(target, guide)
    const title = (role ?? pathway)?.title.toLowerCase()
    act({ what: 'plan', fields: { target } }, title ? `Your plan leads to ${title}.` : 'Your plan leads nowhere yet.')
  }
  const paces = PACES.includes(plan.pace) ? PACES : [...PACES, plan.pace].sort((a, b) => a - b)
  return (
    <fieldset className="plan-form needs-script" disabled={!awake}>
      <legend className="sr-only">Your plan</legend>
      <p className="field">
        <label htmlFor={`${id}-target`}>The post you want</label>
        <select id={`${id}-target`} value={targetValue(plan.target, guide)} onChange={({ target }) => choose(target.value)}>
          <option value="">Choose a post</option>
          <optgroup label="With a pathway, step by step">
            {guide.pathways.map((pathway) => (
              <option key={pathway.id} value={pathway.goal ?? pathway.id}>
                {guide.roles.find((role) => role.id === pathway.goal)?.title ?? pathway.title}
              </option>
            ))}
          </optgroup>
          <optgroup label="Other posts, by the skills they ask">
            {guide.roles
              .filter((role) => !goals.has(role.id))
              .map((role) => (
                <option key={role.id} value={role.id}>
                  {role.title}
                </option>
              ))}
          </optgroup>
        </select>
      </p>
      <div className="field-pair">
        <p className="field">
          <label htmlFor={`${id}-pace`}>Hours a week for it</label>
          <select
            id={`${id}-pace`}
            value={plan.pace}
            onChange={({ target }) =>
              act({ what: 'plan', fields: { pace: Number(target.value) } }, `Reckoned with ${paceText(Number(target.value))}.`)
            }
          >
            {paces.map((pace) => (
              <option key={pace} value={pace}>
                {pace}
              </option>
            ))}
          </select>
        </p>
        <DayField
          id={`${id}-since`}
          label="In this stage since, if you like"
          value={plan.since}
          max={today}
          onDay={(since) => act({ what: 'plan', fields: { since } }, since ? 'Counted from that day.' : 'Counted from today.')}
        />
      </div>
      <p className="field">
        <label htmlFor={`${id}-name`}>Name on the printed plan. It stays out of links unless you put it in</label>
        <input
          id={`${id}-name`}
          type="text"
          autoComplete="off"
          maxLength={80}
          value={name.value}
          onChange={({ target }) => name.onChange(target.value)}
          onBlur={name.onBlur}
        />
      </p>
    </fieldset>
  )
}

/** The option that stands for a target: the post of a pathway where one leads to it. */
function targetValue(target: string, guide: GuideOutline): string {
  const { role, pathway } = targetOf(target, guide)
  return role?.id ?? pathway?.id ?? ''
}
