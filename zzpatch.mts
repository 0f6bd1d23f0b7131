import { bundledPageScript } from './lib/export/assets.ts'
import { loadLibrary } from './lib/content/library.ts'
import { searchIndex } from './lib/search-index.ts'
import { readdirSync, writeFileSync, rmSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
const put=(re:RegExp,text:string)=>{const f='out/_next/static/'+readdirSync('out/_next/static').find(f=>re.test(f)); writeFileSync(f,text); writeFileSync(f+'.br',brotliCompressSync(text)); writeFileSync(f+'.gz',gzipSync(text))}
put(/^search\.\w+\.js$/,bundledPageScript('search')); put(/^search-engine\.\w+\.js$/,bundledPageScript('search-engine')); put(/^index\.\w+\.json$/,JSON.stringify(searchIndex(loadLibrary().library)))
