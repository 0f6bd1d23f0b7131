import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** A file of code, its folders and what it imports: paths of the project, or names of packages. */
interface Source {
  file: string
  text: string
  imports: string[]
}

const IMPORT = /(?:^|[\n;])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
const FOLDERS = ['app', 'components', 'lib', 'tests']

function source(file: string, text: string): Source {
  const imports = [...text.matchAll(IMPORT)].map(([, first, second]) => {
    const name = first ?? second ?? ''
    if (name.startsWith('#')) return name.slice(1)
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name
  })
  return { file, text, imports }
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('tests/fixtures/')),
).map((file) => source(file, readFileSync(file, 'utf8')))

const within = (...places: string[]) => {
  const inside = (name: string) => places.some((place) => name === place || (place.endsWith('/') && name.startsWith(place)))
  return inside
}
const own = within('app/', 'components/', 'lib/', 'tests/', 'content/')
const fromOwn = ({ imports }: Source, ...allowed: string[]) => imports.filter((name) => own(name) && !within(...allowed)(name))

/** A rule of the house: what it says, what breaks it, and a file that must be caught. */
interface Rule {
  says: string
  breaks: (source: Source) => string[]
  bad: [file: string, text: string]
}

const only = (where: string[], pattern: RegExp) => (each: Source) => (within(...where)(each.file) ? [] : (each.text.match(pattern) ?? []))
const importedOnlyBy =
  (name: RegExp, ...where: string[]) =>
  (each: Source) =>
    within(...where)(each.file) ? [] : each.imports.filter((imported) => name.test(imported))
const in_ = (folder: string, check: (each: Source) => string[]) => (each: Source) => (each.file.startsWith(folder) ? check(each) : [])

const RULES: Rule[] = [
  {
    says: 'lib imports only lib',
    breaks: in_('lib/', (each) => fromOwn(each, 'lib/')),
    bad: ['lib/a.ts', "import { A } from '#components/a.tsx'"],
  },
  {
    says: 'components import only components and lib',
    breaks: in_('components/', (each) => fromOwn(each, 'components/', 'lib/')),
    bad: ['components/a/a.tsx', "import Page from '../../app/page.tsx'"],
  },
  {
    says: 'routes import only components, lib and their style sheet',
    breaks: in_('app/', (each) => fromOwn(each, 'components/', 'lib/', 'app/globals.css')),
    bad: ['app/page.tsx', "import { x } from '#app/other/page.tsx'"],
  },
  {
    says: 'no code imports content',
    breaks: (each) => each.imports.filter((name) => name.startsWith('content/')),
    bad: ['lib/a.ts', "import role from '#content/roles/a.mdx'"],
  },
  {
    says: 'islands import only islands, what is browser-safe, money and site',
    breaks: in_('components/islands/', (each) =>
      fromOwn(each, 'components/islands/', 'lib/reader/', 'lib/calculators/', 'lib/money.ts', 'lib/site.ts'),
    ),
    bad: ['components/islands/a.tsx', "import { getLibrary } from '#lib/content/library.ts'"],
  },
  {
    says: 'what runs in a browser imports nothing of Node',
    breaks: (each) =>
      within('components/islands/', 'lib/reader/', 'lib/calculators/')(each.file)
        ? each.imports.filter((name) => name.startsWith('node:'))
        : [],
    bad: ['lib/reader/a.ts', "import fs from 'node:fs'"],
  },
  {
    says: 'the calendar, heavy for what it does, is fetched only when it is asked for',
    breaks: only(['tests/'], /\bfrom\s+['"][^'"]*\/plan-calendar\.ts['"]/g),
    bad: ['components/islands/a.tsx', "import { planCalendar } from '#lib/reader/plan-calendar.ts'"],
  },
  {
    says: 'nobody imports commands but commands and tests',
    breaks: importedOnlyBy(/^lib\/commands\//, 'lib/commands/', 'tests/'),
    bad: ['lib/a.ts', "import { serve } from './commands/serve.ts'"],
  },
  {
    says: 'only lib/content/source.ts names the content folder',
    // In lib/export/exported-page.ts "content" is an attribute of HTML.
    breaks: in_('lib/', only(['lib/content/source.ts', 'lib/export/exported-page.ts'], /(['"`])content(?:\/[\w$-][^'"`\s]*)?\1/g)),
    bad: ['lib/a.ts', "readdirSync('content/roles')"],
  },
  {
    says: 'only routes, commands and tests call getLibrary()',
    breaks: only(['app/', 'lib/commands/', 'tests/', 'lib/content/library.ts'], /\bgetLibrary\(/g),
    bad: ['components/a/a.tsx', 'const library = getLibrary()'],
  },
  {
    says: 'only lib/mdx/compile.ts imports the compiler of articles',
    breaks: importedOnlyBy(/^mdx-bundler$/, 'lib/mdx/compile.ts'),
    bad: ['lib/a.ts', "import { bundleMDX } from 'mdx-bundler'"],
  },
  {
    says: 'only components/article/article-body.tsx imports the evaluator of articles',
    breaks: importedOnlyBy(/^mdx-bundler\/client/, 'components/article/article-body.tsx'),
    bad: ['components/a/a.tsx', "import { getMDXComponent } from 'mdx-bundler/client'"],
  },
  {
    says: 'parts of Next that bring their script with them are not used',
    breaks: importedOnlyBy(/^next\/(?:link|image|script|dynamic|form|legacy|font)/),
    bad: ['components/a/a.tsx', "import Link from 'next/link'"],
  },
  {
    says: 'no page arrives in parts',
    breaks: (each) => [
      ...(/^app\/.*(?:error|loading|template|default)\.tsx$/.test(each.file) ? [each.file] : []),
      ...(/^(?:app|components)\//.test(each.file) ? (each.text.match(/<Suspense\b/g) ?? []) : []),
    ],
    bad: ['app/roles/loading.tsx', 'export default () => null'],
  },
  {
    says: "'use client' stands only in components/islands",
    breaks: only(['components/islands/', 'tests/'], /^\s*['"]use (?:client|server)['"]/gm),
    bad: ['components/a/a.tsx', "'use client'\n"],
  },
  {
    says: 'nothing is exported on from another file',
    breaks: (each) => each.text.match(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^'"\n]*\sfrom\s.*$/gm) ?? [],
    bad: ['lib/a.ts', "export { b } from './b.ts'"],
  },
  {
    says: 'a file is named after what is in it',
    breaks: ({ file }) =>
      /(?:^|\/)(?:index\.tsx?|(?:utils?|helpers?|shared|common|misc|lib)(?:\/|\.tsx?$))/.test(file.replace(/^(?:lib|tests)\//, ''))
        ? [file]
        : [],
    bad: ['lib/utils/a.ts', ''],
  },
  {
    says: 'file names are kebab-case',
    breaks: ({ file }) =>
      file
        .split('/')
        .every((part) =>
          /^(?:\[(?:\.\.\.)?[a-z-]+\]|\([a-z-]+\)|[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d)?(?:\.(?:tsx?|m?js|json|css|svg|xml))?)$/.test(
            part,
          ),
        )
        ? []
        : [file],
    bad: ['components/a/RolePage.tsx', ''],
  },
  {
    says: 'lib holds no JSX',
    breaks: ({ file }) => (/^lib\/.*\.tsx$/.test(file) ? [file] : []),
    bad: ['lib/a.tsx', ''],
  },
  {
    says: 'no component writes a style attribute, which the security policy forbids',
    breaks: (each) => (/^(?:app|components)\//.test(each.file) ? (each.text.match(/\sstyle=\{/g) ?? []) : []),
    bad: ['components/a/a.tsx', '<p style={{ color: x }} />'],
  },
  {
    says: 'tests are flat',
    breaks: ({ file }) => (/^tests\/.*\/.*\.test\.tsx?$/.test(file) ? [file] : []),
    bad: ['tests/deep/a.test.ts', ''],
  },
]

describe('the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(files.find(({ file }) => file === 'lib/content/library.ts')?.imports).toContain('lib/content/source.ts')
    expect(files.find(({ file }) => file === 'app/layout.tsx')?.imports).toContain('app/globals.css')
  })

  it.each(RULES)('holds that $says', ({ breaks }) => {
    // This file quotes what is forbidden.
    const found = files
      .filter(({ file }) => file !== 'tests/architecture.test.ts')
      .flatMap((each) => breaks(each).map((what) => `${each.file}: ${what}`))
    expect(found).toEqual([])
  })

  it.each(RULES)('would notice otherwise: $says', ({ breaks, bad }) => {
    expect(breaks(source(...bad))).not.toEqual([])
  })
})
