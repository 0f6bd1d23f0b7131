import { loadLibrary } from './lib/content/library.ts'
import { searchIndex } from './lib/search-index.ts'
import { createSearch } from './lib/reader/search.ts'
const s=createSearch(searchIndex(loadLibrary('tests/fixtures/small').library))
for (const q of ['manager','time','client','wrap','shift','what','goes wrong','roles','work','questions','needs','pay']) console.log(q, s.ask(q).found.map(f=>f.address).join(' '))
