import { brotliCompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { loadLibrary } from './lib/content/library.ts'
const { library } = loadLibrary()
const br=(x:unknown)=>brotliCompressSync(Buffer.from(JSON.stringify(x))).length
const S=library.all('sources')
console.log('src id',br(S.map(s=>s.id)),'title',br(S.map(s=>s.data.title)),'pub',br(S.map(s=>s.data.cite??s.data.publisher)))
console.log('id+title', br(S.map(s=>[s.id,s.data.title])), 'id+pub', br(S.map(s=>[s.id,s.data.cite??s.data.publisher])))
console.log('id+title40', br(S.map(s=>[s.id,s.data.title.slice(0,40)])), 'title60', br(S.map(s=>[s.id,s.data.title.slice(0,60)])))
for (const k of ['roles','skills','certifications','metrics','salaries','pathways','stages','service-lines','industries','guides','glossary'] as const) {
 const E=library.all(k) as any[]
 const h2=E.map(e=>e.body.headings.filter((h:any)=>h.depth===2).map((h:any)=>h.text)), h3=E.map(e=>e.body.headings.filter((h:any)=>h.depth===3).map((h:any)=>h.text))
 console.log(k,E.length,'h2',h2.flat().length,br(h2),'h3',h3.flat().length,br(h3),'sum',br(E.map(e=>e.data.summary)),'title+names',br(E.map(e=>[e.id,e.data.title,(e.data.aliases??e.data.alsoCalled??[]).map((a:any)=>a.name),e.data.abbreviation])))
}
