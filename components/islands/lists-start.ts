import { startLists } from './lists.ts'

/** The script of lists as the browser gets it, made into one file by `lib/export/assets.ts`. */
const start = () => startLists(document)

// Where the framework was not taken out (npm run dev), it takes over the page first: it would undo what it does not know.
if ('__next_f' in window) addEventListener('load', () => setTimeout(start, 1000))
else start()
