import { loadLibrary } from './lib/content/library.ts'
import { searchIndex, sourceIndex } from './lib/search-index.ts'
import { createSearch } from './lib/reader/search.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
const { library } = loadLibrary()
const index = JSON.parse(JSON.stringify(searchIndex(library))), src=JSON.parse(JSON.stringify(sourceIndex(library)))
console.log('index', brotliCompressSync(Buffer.from(JSON.stringify(index))).length)
let t=performance.now(); const s=createSearch(index); console.log('build ms', Math.round(performance.now()-t))
const both=createSearch(index); both.add(src)
const q=JSON.parse(readFileSync('tests/fixtures/search-queries.json','utf8'))
let first=0, three=0; t=performance.now()
for (const {query,expect} of q) {
  const e=expect.some((x:string)=>x.startsWith('/sources/o')||x.startsWith('/sources/b'))?both:s
  const f=e.ask(query).found.map((x:any)=>x.address)
  const ok=(a:string)=>expect.some((x:string)=>x===a||(!x.includes('#')&&a.split('#')[0]===x))
  const place=f.findIndex(ok)
  if(place===0)first++; if(place>=0&&place<3)three++
  if(place!==0)console.log(place<0?'-':place+1, JSON.stringify(query),'→',f.slice(0,3).join(' '),'| want',expect.join(' '))
}
console.log("avg found", q.reduce((n:number,x:any)=>n+s.ask(x.query).found.length,0)/q.length);console.log(first,three,q.length,(performance.now()-t)/q.length)
if(process.argv[2])console.log(JSON.stringify(s.ask(process.argv[2]).found.slice(0,5),null,1))
