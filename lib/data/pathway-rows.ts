import { z } from 'zod'
import type { Entry, Library } from '../content/library.ts'
import { reference, slug } from '../fields.ts'
import { pathwaySchema, stageSchema } from '../pathway.ts'
import { ARTICLE, articleRow } from './article-fields.ts'
import { chosen, type Dataset, dataset, itemShape, itemsOf, position, positioned } from './dataset.ts'

const { shape: pathway } = pathwaySchema
const { shape: stage } = stageSchema
const { effort, ...step } = itemShape(stage.steps)

/** Stages are named with their pathway, as in their address. */
const stageId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  .meta({ description: 'Pathway and stage: "operations-manager/first-lead-role".' })
const ofStage = { stage: stageId.meta({ dataset: 'stages' }) }
const ofStep = { step: slug.meta({ description: 'The id of a step.', dataset: 'steps' }) }

export const PATHWAYS = dataset({
  name: 'pathways',
  title: 'Pathways',
  about: 'An ordered way to a role, or out of the trade.',
  key: ['id'],
  fields: { ...ARTICLE, ...chosen(pathway, 'goal', 'time', 'timeNote') },
  rows: (library) => library.all('pathways').map((entry) => ({ ...entry.data, ...articleRow(entry) })),
})

/** The stages of all pathways, each in the order in which they are walked. */
const stagesOf = (library: Library) =>
  library
    .all('pathways')
    .flatMap((entry) => library.stagesOf(entry.id).map((each, index) => ({ entry: each, pathway: entry.id, position: index + 1 })))

export const STAGES = dataset({
  name: 'stages',
  title: 'Stages',
  about: 'One leg of a pathway.',
  key: ['id'],
  fields: {
    ...ARTICLE,
    id: stageId,
    pathway: reference('pathways'),
    position,
    ...chosen(stage, 'role', 'purpose', 'time', 'timeNote', 'stay', 'aiNote'),
  },
  rows: (library) => stagesOf(library).map(({ entry, ...where }) => ({ ...entry.data, ...articleRow(entry), ...where })),
})

export const STEPS = dataset({
  name: 'steps',
  title: 'Steps',
  about: 'One action in a stage that a reader can tick.',
  key: ['id'],
  fields: {
    ...chosen(step, 'id'),
    ...ofStage,
    position,
    ...chosen(step, 'text', 'why'),
    effortLow: effort.shape.low,
    effortHigh: effort.shape.high,
    ...chosen(step, 'evidence', 'metrics'),
    prerequisites: z.array(slug.meta({ dataset: 'steps' })).meta({ description: 'Ids of steps that come before.' }),
    ...chosen(step, 'cost', 'free', 'optional'),
  },
  rows: (library) =>
    stagesOf(library).flatMap(({ entry }) =>
      positioned(entry.data.steps).map((each) => ({
        ...each,
        stage: entry.id,
        effortLow: each.effort.low,
        effortHigh: each.effort.high,
        prerequisites: each.prerequisites ?? [],
      })),
    ),
})

type StepOf = Entry<'stages'>['data']['steps'][number]
const ofSteps = <Row>(library: Library, rows: (each: StepOf) => Row[]) =>
  stagesOf(library).flatMap(({ entry }) => entry.data.steps.flatMap((each) => rows(each).map((row) => ({ ...row, step: each.id }))))

export const STEP_COMPETENCIES = dataset({
  name: 'step-competencies',
  title: 'What a step builds',
  about: 'A skill at the level that one step brings you to.',
  key: ['step', 'skill'],
  fields: { ...ofStep, ...itemShape(step.competencies) },
  rows: (library) => ofSteps(library, ({ competencies }) => competencies),
})

export const STEP_RESOURCES = dataset({
  name: 'step-resources',
  title: 'What helps with a step',
  about: 'Something on the web that helps with a step.',
  key: ['step', 'position'],
  fields: { ...ofStep, position, ...itemShape(step.resources) },
  rows: (library) => ofSteps(library, ({ resources }) => positioned(resources)),
})

export const STEP_COUNTRIES = dataset({
  name: 'step-countries',
  title: 'Steps by country',
  about: 'What is different about a step in one country.',
  key: ['step', 'country'],
  fields: { ...ofStep, ...itemShape(step.countryNotes) },
  rows: (library) => ofSteps(library, ({ countryNotes }) => countryNotes ?? []),
})

export const RETIRED_STEPS = dataset({
  name: 'retired-steps',
  title: 'Retired steps',
  about: 'A step that was taken out of a stage, and the one that took over. Readers’ marks still hang on its id.',
  key: ['id'],
  fields: {
    ...ofStage,
    ...itemShape(stage.retiredSteps),
    successor: slug.meta({ description: 'The step that took over, if one did.', dataset: 'steps' }).optional(),
  },
  rows: (library) =>
    stagesOf(library).flatMap(({ entry }) => (entry.data.retiredSteps ?? []).map((each) => ({ ...each, stage: entry.id }))),
})

export const STAGE_GATES = dataset({
  name: 'stage-gates',
  title: 'Gates of a stage',
  about: 'Evidence by which you see that a stage may begin, or that it is done.',
  key: ['stage', 'gate', 'position'],
  fields: {
    ...ofStage,
    gate: z.enum(['entry', 'exit']).meta({ description: 'Before the stage, or at its end.' }),
    position,
    ...itemShape(stage.entryGate),
  },
  rows: (library) =>
    stagesOf(library).flatMap(({ entry }) => [
      ...positioned(entry.data.entryGate).map((each) => ({ ...each, stage: entry.id, gate: 'entry' as const })),
      ...positioned(entry.data.exitGate).map((each) => ({ ...each, stage: entry.id, gate: 'exit' as const })),
    ]),
})

/** A table of the items of one list of a stage. */
const listOfStage = (name: string, title: string, about: string, list: 'artefacts' | 'people' | 'pitfalls' | 'branches'): Dataset =>
  dataset({
    name,
    title,
    about,
    key: ['stage', 'position'],
    fields: { ...ofStage, position, ...stage[list].element.shape } as Dataset['fields'],
    rows: (library) =>
      stagesOf(library).flatMap(({ entry }) => positioned<object>(entry.data[list]).map((each) => ({ ...each, stage: entry.id }))),
  })

export const STAGE_ARTEFACTS = listOfStage(
  'stage-artefacts',
  'What you make in a stage',
  'Something that you make in a stage and keep.',
  'artefacts',
)
export const STAGE_PEOPLE = listOfStage('stage-people', 'Who to talk to', 'Somebody to talk to in a stage.', 'people')
export const STAGE_PITFALLS = listOfStage(
  'stage-pitfalls',
  'What goes wrong in a stage',
  'Something that goes wrong in a stage, and the way out.',
  'pitfalls',
)
export const STAGE_BRANCHES = listOfStage(
  'stage-branches',
  'Where a stage branches off',
  'Another role that people turn to from a stage.',
  'branches',
)

const ofPathway = { kind: 'pathways', owner: 'pathway' } as const

export const PATHWAY_ENTRIES = dataset({
  name: 'pathway-entries',
  title: 'Where to begin',
  about: 'An answer to a question of a pathway, and the stage at which it lets you begin.',
  key: ['pathway', 'question', 'position'],
  fields: {
    pathway: reference('pathways'),
    question: itemShape(pathway.entryQuestions).question,
    position,
    label: itemShape(itemShape(pathway.entryQuestions).options).label,
    stage: ofStage.stage.meta({ description: 'The stage to begin at.' }),
  },
  rows: (library) =>
    library
      .all('pathways')
      .flatMap(({ id, data }) =>
        data.entryQuestions.flatMap(({ question, options }) =>
          positioned(options).map((each) => ({ ...each, pathway: id, question, stage: `${id}/${each.stage}` })),
        ),
      ),
})

export const PATHWAY_CHECKS = dataset({
  name: 'pathway-checks',
  title: 'Checks of a pathway',
  about: 'A sentence that is true of you when a stage is done.',
  key: ['pathway', 'position'],
  fields: {
    pathway: reference('pathways'),
    position,
    stage: ofStage.stage.meta({ description: 'The stage that is done when it holds.' }),
    statement: itemShape(pathway.checks).statement,
  },
  rows: (library) =>
    library
      .all('pathways')
      .flatMap(({ id, data }) => positioned(data.checks).map((each) => ({ ...each, pathway: id, stage: `${id}/${each.stage}` }))),
})

export const PATHWAY_STALLS = dataset({
  name: 'pathway-stalls',
  title: 'When you are stuck',
  about: 'A way on from a place where people on a pathway get stuck.',
  key: ['pathway', 'situation', 'position'],
  fields: {
    pathway: reference('pathways'),
    situation: itemShape(pathway.stalls).situation,
    position,
    option: itemShape(pathway.stalls).options.element.meta({ description: 'A way on from there.' }),
  },
  rows: (library) =>
    library
      .all('pathways')
      .flatMap(({ id, data }) =>
        data.stalls.flatMap(({ situation, options }) =>
          options.map((option, index) => ({ pathway: id, situation, position: index + 1, option })),
        ),
      ),
})

export const PATHWAY_SCRIPTS = itemsOf({
  ...ofPathway,
  name: 'pathway-scripts',
  title: 'Words to begin from',
  about: 'Words for a talk that a pathway asks of you.',
  shape: itemShape(pathway.scripts),
  items: ({ scripts }) => scripts,
})

export const PATHWAY_AFTER = itemsOf({
  ...ofPathway,
  name: 'pathway-after',
  title: 'After a pathway',
  about: 'Where people go when they have walked a pathway.',
  shape: itemShape(pathway.after),
  items: ({ after }) => after,
})
