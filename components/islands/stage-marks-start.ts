import { createStore } from '#lib/reader/store.ts'
import { startPage } from './page-parts.ts'
import { startStageMarks } from './stage-marks.ts'

/** The script of stage pages as the browser gets it, made into one file by `lib/export/assets.ts`. */
const start = () =>
  startStageMarks(
    document,
    createStore(() => localStorage),
  )

startPage(start)
