import { z } from 'zod'
import { KINDS, plain, reference, slug } from '../fields.ts'
import { guideSchema } from '../guide.ts'
import { industrySchema } from '../industry.ts'
import { roleSchema } from '../role.ts'
import { serviceLineSchema } from '../service-line.ts'
import { startQuestionSchema } from '../start-question.ts'
import { termSchema } from '../term.ts'
import { ARTICLE, articleRow } from './article-fields.ts'
import { chosen, dataset, itemShape, itemsOf, position, positioned } from './dataset.ts'

const { shape: line } = serviceLineSchema
const { shape: industry } = industrySchema
const { shape: term } = termSchema
const { shape: guide } = guideSchema
const { shape: question } = startQuestionSchema
const { id: answerId, rules, ...answer } = itemShape(question.options)
const { when, ...rule } = itemShape(rules)

export const SERVICE_LINES = dataset({
  name: 'service-lines',
  title: 'Service lines',
  about: 'A kind of work that clients buy.',
  key: ['id'],
  fields: { ...ARTICLE, ...chosen(line, 'contact', 'office', 'roles', 'industries', 'metrics', 'gettingIn', 'payNote') },
  rows: (library) => library.all('service-lines').map((entry) => ({ ...entry.data, ...articleRow(entry) })),
})

export const INDUSTRIES = dataset({
  name: 'industries',
  title: 'Industries',
  about: 'A client sector that sends work out.',
  key: ['id'],
  fields: { ...ARTICLE, ...chosen(industry, 'serviceLines', 'roles') },
  rows: (library) => library.all('industries').map((entry) => ({ ...entry.data, ...articleRow(entry) })),
})

export const INDUSTRY_RULES = itemsOf({
  name: 'industry-rules',
  title: 'Rules of an industry',
  about: 'A law or standard that comes with a sector.',
  kind: 'industries',
  owner: 'industry',
  shape: itemShape(industry.rules),
  items: ({ rules }) => rules,
})

export const INDUSTRY_WORDS = itemsOf({
  name: 'industry-words',
  title: 'Words of an industry',
  about: 'A word that comes with a sector.',
  kind: 'industries',
  owner: 'industry',
  shape: itemShape(industry.words),
  items: ({ words }) => words,
})

export const GLOSSARY = dataset({
  name: 'glossary',
  title: 'Glossary',
  about: 'A word of the floor: the title is the word, the summary its meaning.',
  key: ['id'],
  fields: { ...ARTICLE, ...chosen(term, 'abbreviation', 'seeAlso', 'metric', 'skill', 'role') },
  rows: (library) => library.all('glossary').map((entry) => ({ ...entry.data, ...articleRow(entry) })),
})

const ofTerm = { kind: 'glossary', owner: 'term' } as const

export const TERM_NAMES = itemsOf({
  ...ofTerm,
  name: 'term-names',
  title: 'Other names of terms',
  about: 'What else a term is called, and where.',
  shape: itemShape(term.alsoCalled),
  items: ({ alsoCalled }) => alsoCalled,
})

export const TERM_CONFUSIONS = itemsOf({
  ...ofTerm,
  name: 'term-confusions',
  title: 'Terms taken for others',
  about: 'What a term is taken for, and how the two differ.',
  shape: itemShape(term.confusedWith),
  items: ({ confusedWith }) => confusedWith,
})

export const GUIDES = dataset({
  name: 'guides',
  title: 'Guides',
  about: 'An article that answers one question from start to end. Its text stands on its page.',
  key: ['id'],
  fields: { ...ARTICLE, ...chosen(guide, 'order', 'forWhom', 'showOnEntryRoles', 'roles', 'guides', 'countries') },
  rows: (library) => library.all('guides').map((entry) => ({ ...entry.data, ...articleRow(entry) })),
})

export const CHECKLISTS = itemsOf({
  name: 'checklists',
  title: 'Questions to ask an employer',
  about: 'Something to ask, what a good answer sounds like, and what should make you careful.',
  kind: 'guides',
  owner: 'guide',
  shape: itemShape(guide.checklist),
  items: ({ checklist }) => checklist,
})

export const QUESTIONS = dataset({
  name: 'questions',
  title: 'Questions and answers',
  about: 'A question that people ask about a role or on the subject of a guide, with its answer.',
  key: ['entryKind', 'entry', 'position'],
  fields: {
    entryKind: z.enum(['roles', 'guides']).meta({ description: 'The kind of article it stands in.' }),
    entry: slug.meta({ description: 'The id of that article.' }),
    position,
    ...itemShape(roleSchema.shape.questions),
  },
  rows: (library) =>
    [...library.all('roles'), ...library.all('guides')].flatMap(({ kind, id, data }) =>
      positioned(data.questions).map((each) => ({ ...each, entryKind: kind, entry: id })),
    ),
})

/** The lists of short texts, by kind, in the words of their fields. */
const LISTS = {
  roles: ['fitsIf', 'notIf', 'tools', 'hiringSteps'],
  'service-lines': ['examples', 'tools'],
  industries: ['outsourced'],
  certifications: ['forWhom', 'notFor'],
  salaries: ['gaps'],
} as const
const LIST_NAMES = [...new Set(Object.values(LISTS).flat())]

export const LIST_ITEMS = dataset({
  name: 'lists',
  title: 'Lists of short texts',
  about:
    'One item of a list in an article: whom a job fits (fitsIf, notIf), its tools and hiring steps, examples of work, what a sector sends out, for whom a certification is, which pay figures nobody publishes (gaps), the lines of a worked example (exampleSteps).',
  key: ['entryKind', 'entry', 'list', 'position'],
  fields: {
    entryKind: z.enum(KINDS).meta({ description: 'The kind of article it stands in.' }),
    entry: slug.meta({ description: 'The id of that article.' }),
    list: z.enum([...LIST_NAMES, 'exampleSteps']).meta({ description: 'Which list of the article.' }),
    position,
    text: plain(400, 'The item.'),
  },
  rows: (library) => [
    ...(Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((kind) =>
      library.all(kind).flatMap(({ id, data }) =>
        LISTS[kind].flatMap((list) =>
          ((data as Record<string, unknown>)[list] as string[]).map((text, index) => ({
            entryKind: kind,
            entry: id,
            list,
            position: index + 1,
            text,
          })),
        ),
      ),
    ),
    ...library.all('metrics').flatMap(({ id, data }) =>
      data.example.steps.map((text, index) => ({
        entryKind: 'metrics' as const,
        entry: id,
        list: 'exampleSteps' as const,
        position: index + 1,
        text,
      })),
    ),
  ],
})

export const START_QUESTIONS = dataset({
  name: 'start-questions',
  title: 'Questions of “Start here”',
  about: 'A question by which the page “Start here” proposes three roles: the title is the question, the summary why it is asked.',
  key: ['id'],
  fields: { ...ARTICLE, ...chosen(question, 'order', 'assumed') },
  rows: (library) => library.all('start-questions').map((entry) => ({ ...entry.data, ...articleRow(entry) })),
})

export const START_ANSWERS = dataset({
  name: 'start-answers',
  title: 'Answers of “Start here”',
  about: 'An answer to one of those questions.',
  key: ['question', 'answer'],
  fields: { question: reference('start-questions'), answer: answerId, position, ...answer },
  rows: (library) =>
    library
      .all('start-questions')
      .flatMap(({ id, data }) => positioned(data.options).map((each) => ({ ...each, question: id, answer: each.id }))),
})

export const START_RULES = dataset({
  name: 'start-rules',
  title: 'Rules of “Start here”',
  about:
    'What an answer means for which roles. The first rule of an answer that holds for a role counts. A rule holds when each list below has a value of the role; an empty list asks nothing.',
  key: ['question', 'answer', 'position'],
  fields: {
    question: reference('start-questions'),
    answer: answerId,
    position,
    ...rule,
    ...when.shape,
    entry: z.boolean().nullable().meta({ description: 'Whether the role is one for beginners. Empty: either.' }),
  },
  rows: (library) =>
    library.all('start-questions').flatMap(({ id, data }) =>
      data.options.flatMap((option) =>
        positioned(option.rules).map((each) => ({
          ...each,
          ...each.when,
          question: id,
          answer: option.id,
          entry: each.when.entry ?? null,
        })),
      ),
    ),
})
