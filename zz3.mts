import { bundledPageScript } from './lib/export/assets.ts'
import { brotliCompressSync } from 'node:zlib'
for (const n of ['search','search-engine'] as const) console.log(n, brotliCompressSync(Buffer.from(bundledPageScript(n))).length)
