import { surroundingsOf } from './keep-offline.ts'
import { startOffline } from './offline.ts'
import { startPage } from './page-parts.ts'

/** The script of the page about reading offline, made into one file by `lib/export/assets.ts`. */
const start = () => void startOffline(document, location.pathname, surroundingsOf(window))

startPage(start)
