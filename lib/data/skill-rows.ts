import { z } from 'zod'
import { certificationSchema } from '../certification.ts'
import { reference } from '../fields.ts'
import { metricSchema } from '../metric.ts'
import { LEVELS, level, skillSchema } from '../skill.ts'
import { ARTICLE, articleRow } from './article-fields.ts'
import { chosen, dataset, itemShape, itemsOf, position, positioned } from './dataset.ts'

const { shape: skill } = skillSchema
const { shape: metric } = metricSchema
const { shape: certification } = certificationSchema

export const SKILLS = dataset({
  name: 'skills',
  title: 'Skills',
  about: 'One learnable ability.',
  key: ['id'],
  fields: { ...ARTICLE, ...chosen(skill, 'group', 'proveOnCv', 'proveInInterview', 'related') },
  rows: (library) => library.all('skills').map((entry) => ({ ...entry.data, ...articleRow(entry) })),
})

export const SKILL_LEVELS = dataset({
  name: 'skill-levels',
  title: 'What each level looks like',
  about: 'Something that a colleague could see you do at one level of a skill.',
  key: ['skill', 'level', 'position'],
  fields: { skill: reference('skills'), level, position, signal: skill.levels.shape.foundation.element },
  rows: (library) =>
    library
      .all('skills')
      .flatMap(({ id, data }) =>
        LEVELS.flatMap((name) => data.levels[name].map((signal, index) => ({ skill: id, level: name, position: index + 1, signal }))),
      ),
})

export const SKILL_LEARNING = dataset({
  name: 'skill-learning',
  title: 'How to learn a skill',
  about: 'One way to learn a skill, for nothing or for money.',
  key: ['skill', 'cost', 'position'],
  fields: {
    skill: reference('skills'),
    cost: z.enum(['free', 'paid']).meta({ description: 'Whether it costs money.' }),
    position,
    ...itemShape(skill.learnFree),
  },
  rows: (library) =>
    library
      .all('skills')
      .flatMap(({ id, data }) => [
        ...positioned(data.learnFree).map((each) => ({ ...each, skill: id, cost: 'free' as const })),
        ...positioned(data.learnPaid).map((each) => ({ ...each, skill: id, cost: 'paid' as const })),
      ]),
})

export const SKILL_NAMES = itemsOf({
  name: 'skill-names',
  title: 'Skills in public lists',
  about: 'The nearest name of a skill in a public list of skills.',
  kind: 'skills',
  owner: 'skill',
  shape: itemShape(skill.mapsTo),
  items: ({ mapsTo }) => mapsTo,
})

export const METRICS = dataset({
  name: 'metrics',
  title: 'Metrics',
  about: 'A number that a floor is run by, with its formula and a worked example.',
  key: ['id'],
  fields: {
    ...ARTICLE,
    ...chosen(metric, 'abbreviation', 'group', 'formula', 'unit', 'goodDirection', 'whoMovesIt'),
    exampleSituation: metric.example.shape.situation,
    exampleResult: metric.example.shape.result,
    exampleSource: metric.example.shape.source,
    ...chosen(metric, 'ranges', 'rangesNote', 'related'),
  },
  rows: (library) =>
    library.all('metrics').map((entry) => ({
      ...entry.data,
      ...articleRow(entry),
      exampleSituation: entry.data.example.situation,
      exampleResult: entry.data.example.result,
      exampleSource: entry.data.example.source,
    })),
})

export const METRIC_INPUTS = itemsOf({
  name: 'metric-inputs',
  title: 'Parts of a formula',
  about: 'One part of the formula of a metric.',
  kind: 'metrics',
  owner: 'metric',
  shape: itemShape(metric.inputs),
  items: ({ inputs }) => inputs,
})

export const METRIC_GAMING = itemsOf({
  name: 'metric-gaming',
  title: 'How metrics are gamed',
  about: 'One way in which a metric is made to look good, and how that shows.',
  kind: 'metrics',
  owner: 'metric',
  shape: itemShape(metric.gaming),
  items: ({ gaming }) => gaming,
})

export const CERTIFICATIONS = dataset({
  name: 'certifications',
  title: 'Certifications',
  about: 'A credential that somebody awards: what it asks, and whether it still exists. Fees and hours are ids of figures.',
  key: ['id'],
  fields: {
    ...ARTICLE,
    ...chosen(certification, 'exactName', 'abbreviation', 'issuer', 'url', 'level', 'state', 'stateCheckedOn', 'stateNote'),
    ...chosen(certification, 'prerequisites', 'exam', 'fees', 'renewal', 'hours', 'freeAlternative', 'recognisedIn', 'skills'),
  },
  rows: (library) => library.all('certifications').map((entry) => ({ ...entry.data, ...articleRow(entry) })),
})

export const CERTIFICATION_CLASHES = itemsOf({
  name: 'certification-clashes',
  title: 'Certifications of the same name',
  about: 'Something else that bears the name of a certification.',
  kind: 'certifications',
  owner: 'certification',
  shape: itemShape(certification.clashNames),
  items: ({ clashNames }) => clashNames,
})
