import { START_RULES, type StartRules } from '#lib/reader/start-rules.ts'
import { startHere } from './start.ts'

/** The script of the page that proposes three roles, made into one file by `lib/export/assets.ts`. */
const start = () =>
  startHere(document, async () => {
    const answer = await fetch(START_RULES)
    if (!answer.ok) throw new Error(`${START_RULES} answers ${answer.status}.`)
    const rules = (await answer.json()) as StartRules
    if (!Array.isArray(rules?.roles)) throw new Error(`${START_RULES} holds no rules.`)
    return rules
  })

// Where the framework was not taken out (npm run dev), it takes over the page first: it would throw away what it does not know.
if ('__next_f' in window) addEventListener('load', () => setTimeout(start, 1000))
else start()
