import { listed } from '#lib/reader/listed.ts'
import type { Effect, StartOption, StartRole } from '#lib/reader/start-rules.ts'

const EFFECT_WORDS: Record<Effect, string> = {
  for: 'Speaks for',
  against: 'Speaks against',
  'rules-out': 'Rules out',
  note: 'Good to know',
}

/** What one answer means for which roles, rule by rule. Roles that no rule names are left as they are. */
export function AnswerRules({ option, roles }: { option: StartOption; roles: readonly StartRole[] }) {
  const named = new Set(option.rules.flatMap((rule) => rule.roles))
  return (
    <div className="start-rules">
      <h3>“{option.label}”</h3>
      <ul>
        {option.rules.map((rule) => (
          <li key={rule.reason}>
            <b>{EFFECT_WORDS[rule.effect]}:</b> {listed(rule.roles.map((place) => roles[place]?.title ?? ''))}. <span>{rule.reason}</span>
          </li>
        ))}
        {named.size < roles.length ? <li>The other roles are left as they are.</li> : null}
      </ul>
    </div>
  )
}
