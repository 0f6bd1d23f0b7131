import { startEmbedCodes } from './embed-code.ts'
import { startPage } from './page-parts.ts'

/** The script of pages with codes to embed, made into one file by `lib/export/assets.ts`. */
const start = () => startEmbedCodes(document, (text) => navigator.clipboard.writeText(text))

startPage(start)
