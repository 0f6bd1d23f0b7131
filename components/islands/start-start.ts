import { START_RULES, type StartRules } from '#lib/reader/start-rules.ts'
import { fetchJson, hasList } from './fetch-json.ts'
import { startPage } from './page-parts.ts'
import { startHere } from './start.ts'

/** The script of the page that proposes three roles, made into one file by `lib/export/assets.ts`. */
const start = () => startHere(document, () => fetchJson(START_RULES, (found): found is StartRules => hasList(found, 'roles')))

startPage(start)
