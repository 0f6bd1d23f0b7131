import { createStore } from '#lib/reader/store.ts'
import { startStageMarks } from './stage-marks.ts'

/** The script of stage pages as the browser gets it, made into one file by `lib/export/assets.ts`. */
const start = () =>
  startStageMarks(
    document,
    createStore(() => localStorage),
  )

// Where the framework was not taken out (npm run dev), it takes over the page first: it would throw away what it does not know.
if ('__next_f' in window) addEventListener('load', () => setTimeout(start, 1000))
else start()
