import { startLists } from './lists.ts'
import { startPage } from './page-parts.ts'

/** The script of lists as the browser gets it, made into one file by `lib/export/assets.ts`. */
const start = () => startLists(document)

startPage(start)
