import { describe, expect, it } from 'vitest'
import { fieldName, formatProblems, shown, suggestion } from '#lib/content/problems.ts'
import { printed, smallText, swap, withBody, withField } from './content-tree.ts'

const LEADER = 'roles/team-leader.mdx'
const MANAGER = 'roles/operations-manager.mdx'
const PAY = 'salaries/philippines.mdx'
const PATHWAY = 'pathways/operations-manager/index.mdx'
const FIRST_TEAM = 'pathways/operations-manager/first-team.mdx'
const PERFORMER = 'pathways/operations-manager/reliable-performer.mdx'
const METRIC = 'metrics/handle-time.mdx'

const all =
  (...edits: ((text: string) => string)[]) =>
  (text: string) =>
    edits.reduce((result, edit) => edit(result), text)

const figure = (lines: string) => swap('    low: 6\n    high: 12\n    unit: weeks\n', lines)

it('the small tree has no problems', () => {
  expect(printed({})).toBe('')
})

describe('a field', () => {
  it('that nobody knows is named, with the nearest that exists', () => {
    expect(printed({ [LEADER]: withField('sumary', 'sumary: x') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:151:1
        sumary  is not a field here. Did you mean "summary"? Remove it or correct its name."
    `)
  })

  it('that nobody knows is named inside a list too', () => {
    expect(
      printed({ [LEADER]: swap('    why: The same people, in daylight.', '    why: The same people, in daylight.\n    wy: x') }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:134:5
        leadsOut[0].wy  is not a field here. Did you mean "why"? Remove it or correct its name."
    `)
  })

  it('that is missing is asked for with what it is', () => {
    expect(printed({ [LEADER]: withField('summary', null) })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:1:1
        summary  is missing. One sentence that answers the page’s question. Shown under the title, in lists and in link previews."
    `)
  })

  it('of the wrong type says which is needed', () => {
    expect(
      printed({ [LEADER]: all(withField('level', 'level: three'), withField('title', 'title: 2026'), withField('entry', 'entry: yes')) }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:2:8
        title  2026 is a number; text (put it in quotes) is needed.

      roles/team-leader.mdx:25:8
        level  "three" is text; a number is needed.

      roles/team-leader.mdx:27:8
        entry  "yes" is text; true or false is needed."
    `)
  })

  it('without a value is called empty', () => {
    expect(printed({ [LEADER]: withField('title', 'title:') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:2:7
        title  is empty; text (put it in quotes) is needed."
    `)
  })

  it('with a choice lists the choices, and the nearest', () => {
    expect(printed({ [LEADER]: withField('family', 'family: leed') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:24:9
        family  "leed" is not possible here. Did you mean "lead"? Write one of: frontline, specialist, quality, training, workforce, client, lead."
    `)
  })

  it('with too much or too little says how much', () => {
    expect(
      printed({
        [LEADER]: all(
          withField('level', 'level: 9'),
          withField('fitsIf', 'fitsIf: [You like people.]'),
          withField('title', `title: ${'a'.repeat(81)}`),
        ),
      }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:2:8
        title  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… is longer than 80 characters. Shorten it.

      roles/team-leader.mdx:25:8
        level  9 is too large; at most 7 is allowed.

      roles/team-leader.mdx:43:9
        fitsIf  has 1 entry; at least 2 needed."
    `)
  })

  it('with the same thing twice says which', () => {
    expect(printed({ [LEADER]: withField('formerSlugs', 'formerSlugs: [lead, boss, lead]') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:151:27
        formerSlugs[2]  "lead" stands in the list twice. Remove one."
    `)
  })

  it('with a day that does not exist, or lies ahead, says so', () => {
    expect(
      printed({ [LEADER]: all(withField('published', 'published: 2026-02-30'), withField('reviewed', 'reviewed: 2998-01-01')) }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:6:12
        published  "2026-02-30" is not a day of the calendar. Check month and day.

      roles/team-leader.mdx:7:11
        reviewed  "2998-01-01" lies in the future. Use the day it happened.

      roles/team-leader.mdx:8:11
        reviewBy  "2099-01-01" must lie after reviewed."
    `)
  })

  it('reviewed before it was published, or to be reviewed before it was reviewed, says so', () => {
    expect(
      printed({ [LEADER]: all(withField('published', 'published: 2026-01-11'), withField('reviewBy', 'reviewBy: 2026-01-10')) }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:7:11
        reviewed  "2026-01-10" lies before published.

      roles/team-leader.mdx:8:11
        reviewBy  "2026-01-10" must lie after reviewed."
    `)
  })

  it('with an address that no reader should follow says why', () => {
    expect(printed({ 'sources/floor-survey.mdx': withField('url', 'url: "http://numbers.example.org/"') })).toMatchInlineSnapshot(`
      "sources/floor-survey.mdx:11:6
        url  "http://numbers.example.org/" is not an https address. Write it in full, with https:// before the host."
    `)
  })

  it('without sources needs to say whose judgement it is', () => {
    expect(printed({ [LEADER]: withField('sources', 'sources: []') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:9:10
        sources  is empty. Name at least one source, or set basis: editorial if this is our own judgement."
    `)
  })

  it('that stands there twice is named by its line', () => {
    expect(printed({ [LEADER]: swap('level: 3', 'level: 3\nlevel: 4') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:26:1
        The field stands here a second time. Keep one of the two."
    `)
  })

  it('with text that YAML takes for structure says how to write it', () => {
    expect(printed({ [LEADER]: withField('summary', 'summary: What it is: a role of the fixture.') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:3:10
        The YAML cannot be read: Nested mappings are not allowed in compact mappings. Check indentation, and put text that holds ": " in quotes."
    `)
  })
})

describe('a reference', () => {
  it('to something that does not exist names both ends and the nearest', () => {
    expect(printed({ [LEADER]: swap('skill: coaching', 'skill: caoching') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:84:14
        competencies[0].skill  "caoching" is not a skill. Did you mean "coaching"? Each skill is a file in skills/."
    `)
  })

  it('to a draft is a dead link for readers', () => {
    expect(printed({ [MANAGER]: withField('reportsTo', 'reportsTo: [site-director]') })).toMatchInlineSnapshot(`
      "roles/operations-manager.mdx:37:13
        reportsTo[0]  "site-director" is a draft, so readers of "operations-manager" would meet a dead link. Publish it or remove the reference."
    `)
  })

  it('from a draft to a draft is nobody’s concern yet', () => {
    const director = smallText('roles/site-director.mdx')
    expect(
      printed({
        'roles/regional-head.mdx': withField('formerSlugs', null)(director),
        'roles/site-director.mdx': all(
          withField('reportsTo', 'reportsTo: [regional-head]'),
          withBody('See [the head](/roles/regional-head/).\n'),
        ),
      }),
    ).toBe('')
  })

  it('to the article itself is refused', () => {
    expect(printed({ [LEADER]: withField('manages', 'manages: [team-leader]') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:50:11
        manages[0]  "team-leader" is this role itself. Name another or remove it."
    `)
  })

  it('to an article with faults of its own adds no second problem', () => {
    expect(printed({ 'skills/coaching.mdx': withField('group', 'group: persons') })).toMatchInlineSnapshot(`
      "skills/coaching.mdx:12:8
        group  "persons" is not possible here. Write one of: people, language, process, data, technical, domain."
    `)
  })

  it('to a figure that nobody declares names the nearest', () => {
    expect(printed({ [METRIC]: swap('- ramp-weeks', '- ramp-week') })).toMatchInlineSnapshot(`
      "metrics/handle-time.mdx:27:5
        ranges[0]  "ramp-week" is not a figure. Did you mean "ramp-weeks"? Figures are declared under figures: in an article."
    `)
  })

  it('to a figure of a draft is refused', () => {
    const moved = smallText(LEADER).match(/figures:\n(?: .*\n)*/)?.[0] ?? ''
    expect(
      printed({ [LEADER]: withField('figures', null), 'roles/site-director.mdx': withField('figures', moved.trimEnd()) }),
    ).toMatchInlineSnapshot(`
      "metrics/handle-time.mdx:27:5
        ranges[0]  "ramp-weeks" is declared in roles/site-director.mdx, which is a draft. Publish it, or declare the figure here.

      pathways/operations-manager/reliable-performer.mdx:12:8
        time[0]  "ramp-weeks" is declared in roles/site-director.mdx, which is a draft. Publish it, or declare the figure here.

      roles/team-leader.mdx:112:12
        leadsTo[0].time[0]  "ramp-weeks" is declared in roles/site-director.mdx, which is a draft. Publish it, or declare the figure here."
    `)
  })
})

describe('a number', () => {
  it('needs a source', () => {
    expect(printed({ [LEADER]: swap('    unit: weeks\n    source: floor-survey\n', '    unit: weeks\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:12:5
        figures[0].source  is missing. Where it is published."
    `)
  })

  it('of money needs a currency and a period', () => {
    expect(printed({ [LEADER]: figure('    value: 500\n    unit: money\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:12:5
        figures[0].currency  goes with unit: money, and only with it.

      roles/team-leader.mdx:12:5
        figures[0].period  is missing. Say hour, month, year or once."
    `)
  })

  it('has a value or a range, not both, and a range has two ends in order', () => {
    expect(printed({ [LEADER]: figure('    value: 5\n    low: 6\n    high: 12\n    unit: weeks\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:15:12
        figures[0].value  5 needs either value, or low and high; not both, not neither."
    `)
    expect(printed({ [LEADER]: figure('    low: 6\n    unit: weeks\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:15:10
        figures[0].low  6 is half a range. Give low and high."
    `)
    expect(printed({ [LEADER]: figure('    low: 12\n    high: 6\n    unit: weeks\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:15:10
        figures[0].low  12 is above high. Swap them."
    `)
  })

  it('has an id of its own in the whole guide', () => {
    expect(
      printed({
        [PAY]: all(swap('id: night-premium', 'id: ramp-weeks'), (text) =>
          text.replaceAll('figure: night-premium', 'figure: ramp-weeks').replace('id="night-premium"', 'id="ramp-weeks"'),
        ),
      }),
    ).toMatchInlineSnapshot(`
      "salaries/philippines.mdx:15:9
        figures[0].id  "ramp-weeks" is already declared in roles/team-leader.mdx. Figure ids are unique in the whole guide."
    `)
  })

  it('typed into the text is sent to the figures', () => {
    expect(printed({ [LEADER]: withBody('## Pay\n\nIt is\nabout ₱45,000 a month, or 5 % more\nat night.\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:155:7
        The number "₱45,000" is typed into the text. Declare it under figures: with its source and write <Figure id="…" />.

      roles/team-leader.mdx:155:27
        The number "5 %" is typed into the text. Declare it under figures: with its source and write <Figure id="…" />."
    `)
  })

  it('typed into a field is sent to the figures, also when another field is wrong', () => {
    expect(
      printed({
        [LEADER]: all(withField('summary', 'summary: A role that pays PHP 45,000 a month in the capital.'), withField('level', 'level: 0')),
      }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:3:10
        summary  types the number "PHP 45,000" into prose. Declare it under figures: with its source and refer to it.

      roles/team-leader.mdx:25:8
        level  0 is too small; at least 1 is needed."
    `)
  })

  it('typed into an attribute is sent to the figures', () => {
    expect(printed({ [LEADER]: withBody('<Situation title="A rise of 5%">\nText.\n</Situation>\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:1
        The number "5%" is typed into the title. Declare it under figures: and print it in the text."
    `)
  })

  it('of pay rises from percentile to percentile', () => {
    expect(printed({ [PAY]: swap('median: 61000', 'median: 41000') })).toMatchInlineSnapshot(`
      "salaries/philippines.mdx:39:13
        records[0].median  41000 is below percentile25. Percentiles rise."
    `)
  })

  it('of pay is not written in a way that two programs read differently', () => {
    expect(printed({ [PAY]: swap('median: 61000', 'median: 061000') })).toMatchInlineSnapshot(`
      "salaries/philippines.mdx:39:13
        records[0].median  is the number "061000". Write plain digits, for example 45000 or 4.5."
    `)
  })

  it('that is one of two ranges needs a word on why they differ', () => {
    expect(printed({ [METRIC]: swap('- ramp-weeks', '- ramp-weeks\n  - night-premium') })).toMatchInlineSnapshot(`
      "metrics/handle-time.mdx:1:1
        rangesNote  is missing. Say in one sentence why the ranges differ."
    `)
  })

  it('that is one of two pay rows of a role needs a word on why they differ', () => {
    const row = smallText(PAY).match(/ {2}- role: operations-manager\n(?: {4}.*\n)*/)?.[0] ?? ''
    expect(printed({ [PAY]: swap(row, row + row.replace('Managers of floors', 'Managers of sites')) })).toMatchInlineSnapshot(`
      "salaries/philippines.mdx:1:1
        disagreement  says nothing about "operations-manager", which has 2 rows. Say in one sentence why they differ."
    `)
  })

  it('of pay is not written down twice', () => {
    const row = smallText(PAY).match(/ {2}- role: operations-manager\n(?: {4}.*\n)*/)?.[0] ?? ''
    expect(
      printed({
        [PAY]: all(
          swap(row, row + row.replace('median: 61000', 'median: 62000')),
          withField('disagreement', 'disagreement:\n  - role: operations-manager\n    why: Two groups.'),
        ),
      }),
    ).toMatchInlineSnapshot(`
      "salaries/philippines.mdx:46:5
        records[1]  repeats a row: same role, source, group, period and date."
    `)
  })

  it('of pay stands in the file of its country, in its currency', () => {
    expect(printed({ [PAY]: withField('currency', 'currency: INR') })).toMatchInlineSnapshot(`
      "salaries/philippines.mdx:12:11
        currency  "INR" is not the currency of Philippines. Use PHP."
    `)
    expect(printed({ 'salaries/manila.mdx': smallText(PAY).replaceAll('night-premium', 'night-extra') })).toMatchInlineSnapshot(`
      "salaries/philippines.mdx:11:10
        country  "PH" has a file already: salaries/manila.mdx. Put the rows into one of them."
    `)
  })
})

describe('the lattice', () => {
  it('has no circle of promotions', () => {
    const back =
      'leadsTo:\n  - role: team-leader\n    kind: up\n    carriesOver: [coaching]\n    missing: []\n    evidence: [A paper.]\n    harder: It is.'
    expect(printed({ [MANAGER]: withField('leadsTo', back) })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:124:11
        leadsTo[0].kind  "up" runs in a circle: team-leader → operations-manager → team-leader. Make one of these moves across."
    `)
    expect(printed({ [MANAGER]: withField('leadsTo', back.replace('kind: up', 'kind: across')) })).toBe('')
  })

  it('prints every circle, and only what runs in it', () => {
    const role = (next: string) =>
      all(
        withField('figures', null),
        swap('role: operations-manager\n    kind: up\n    time: [ramp-weeks]', `role: ${next}\n    kind: up`),
      )(smallText(LEADER))
    // a → b → a → … and c → d → e → c, with x leading in and y leading out.
    const two = role('a').replace('leadsOut:', `${(role('y').match(/ {2}- role: y\n(?: {4}.*\n(?: {6}.*\n)*)*/) ?? [''])[0]}leadsOut:`)
    expect(
      printed({
        'roles/a.mdx': role('b'),
        'roles/b.mdx': two,
        'roles/c.mdx': role('d'),
        'roles/d.mdx': role('e'),
        'roles/e.mdx': role('c'),
        'roles/x.mdx': role('c'),
        'roles/y.mdx': role('operations-manager'),
      }),
    ).toMatchInlineSnapshot(`
      "roles/a.mdx:111:11
        leadsTo[0].kind  "up" runs in a circle: a → b → a. Make one of these moves across.

      roles/c.mdx:111:11
        leadsTo[0].kind  "up" runs in a circle: c → d → e → c. Make one of these moves across."
    `)
  })

  it('has a way to every role', () => {
    expect(printed({ [LEADER]: withField('leadsTo', 'leadsTo: []') })).toMatchInlineSnapshot(`
      "roles/operations-manager.mdx:2:1
        title  cannot be reached from any entry role. Add a move to it in the leadsTo of the role before it, or set entry: true."
    `)
  })

  it('has one move from one role to another', () => {
    expect(
      printed({ [LEADER]: (text) => text.replace(/( {2}- role: operations-manager\n(?: {4}.*\n(?: {6}.*\n)*)*)/, '$1$1') }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:131:11
        leadsTo[1].role  "operations-manager" is listed twice. Keep one move."
    `)
  })
})

describe('the working conditions of a role', () => {
  it('are chosen from short lists', () => {
    expect(printed({ [LEADER]: swap('  nights: usual', '  nights: often') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:103:11
        work.nights  "often" is not possible here. Write one of: usual, possible, rare."
    `)
  })

  it('cannot be left out, nor the note on what they rest on', () => {
    expect(printed({ [LEADER]: withField('work', null) })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:1:1
        work  is missing. Our reading of the working conditions, for lists and comparisons. The page does not show it."
    `)
    expect(printed({ [LEADER]: (text) => text.replace(/ {2}note: .*\n/, '') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:100:1
        work.note  is missing. What this rests on and where it differs: by country, account, provider or client side."
    `)
  })

  it('name every line of work that the page shows', () => {
    expect(printed({ [MANAGER]: swap('  serviceLines: [customer-service]', '  serviceLines: []') })).toMatchInlineSnapshot(`
      "roles/operations-manager.mdx:108:16
        serviceLines[0]  "customer-service" is not under work.serviceLines. Add it there too, or remove it here."
    `)
  })

  it('name every published line of work that calls the role typical', () => {
    const line = smallText('service-lines/customer-service.mdx').replace('title: Customer service', 'title: Back office')
    const open = { 'service-lines/back-office.mdx': line }
    expect(printed(open)).toMatchInlineSnapshot(`
      "service-lines/back-office.mdx:17:5
        roles[0]  "team-leader" does not name this line under its work.serviceLines. Add it in roles/team-leader.mdx, or remove the role here."
    `)
    expect(printed({ ...open, [LEADER]: swap('serviceLines: [customer-service]', 'serviceLines: [customer-service, back-office]') })).toBe(
      '',
    )
    expect(printed({ 'service-lines/back-office.mdx': line.replace('status: reviewed', 'status: draft') })).toBe('')
  })
})

describe('a pathway', () => {
  it('lists stages that exist', () => {
    expect(printed({ [PATHWAY]: swap('  - first-team\n', '  - first-teams\n') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/first-team.mdx:2:1
        title  is not in the stages: list of pathways/operations-manager/index.mdx. Add it there, or remove the file.

      pathways/operations-manager/index.mdx:13:5
        stages[1]  "first-teams" is not a stage of this pathway. Did you mean "first-team"? Stages are the files beside index.mdx."
    `)
  })

  it('lists every stage in its folder', () => {
    expect(
      printed({ 'pathways/operations-manager/second-team.mdx': smallText(FIRST_TEAM).replaceAll('first-team-', 'second-team-') }),
    ).toMatchInlineSnapshot(`
      "pathways/operations-manager/second-team.mdx:2:1
        title  is not in the stages: list of pathways/operations-manager/index.mdx. Add it there, or remove the file.

      pathways/operations-manager/second-team.mdx:20:9
        steps[0].id  "second-team-ask" is published but not noted under releasedSteps: in pathways/operations-manager/index.mdx. Add it there.

      pathways/operations-manager/second-team.mdx:28:9
        steps[1].id  "second-team-do" is published but not noted under releasedSteps: in pathways/operations-manager/index.mdx. Add it there.

      pathways/operations-manager/second-team.mdx:36:9
        steps[2].id  "second-team-show" is published but not noted under releasedSteps: in pathways/operations-manager/index.mdx. Add it there."
    `)
  })

  it('keeps every step that was ever published', () => {
    expect(printed({ [FIRST_TEAM]: swap('id: first-team-show', 'id: first-team-tell') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/first-team.mdx:36:9
        steps[2].id  "first-team-tell" is published but not noted under releasedSteps: in pathways/operations-manager/index.mdx. Add it there.

      pathways/operations-manager/index.mdx:45:5
        releasedSteps[5]  "first-team-show" was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor."
    `)
  })

  it('takes a retired step with its successor', () => {
    expect(
      printed({
        [FIRST_TEAM]: all(
          swap('id: first-team-show', 'id: first-team-tell'),
          withField(
            'retiredSteps',
            'retiredSteps:\n  - id: first-team-show\n    text: Show it.\n    successor: first-team-tell\n    retiredOn: 2026-01-10',
          ),
        ),
        [PATHWAY]: swap('- first-team-show', '- first-team-show\n  - first-team-tell'),
      }),
    ).toBe('')
  })

  it('does not lead a reader’s mark in a circle', () => {
    expect(
      printed({
        [FIRST_TEAM]: withField(
          'retiredSteps',
          'retiredSteps:\n  - { id: old-one, text: Old., successor: old-two, retiredOn: 2026-01-10 }\n  - { id: old-two, text: Old., successor: old-one, retiredOn: 2026-01-10 }',
        ),
      }),
    ).toMatchInlineSnapshot(`
      "pathways/operations-manager/first-team.mdx:55:43
        retiredSteps[0].successor  "old-two" leads back to "old-one", so a reader’s mark would never arrive. End the chain at a step that exists.

      pathways/operations-manager/first-team.mdx:56:43
        retiredSteps[1].successor  "old-one" leads back to "old-two", so a reader’s mark would never arrive. End the chain at a step that exists."
    `)
  })

  it('uses a step id once', () => {
    expect(printed({ [FIRST_TEAM]: swap('id: first-team-show', 'id: reliable-performer-show') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/first-team.mdx:36:9
        steps[2].id  "reliable-performer-show" is already used in pathways/operations-manager/reliable-performer.mdx. Step ids are unique for ever.

      pathways/operations-manager/index.mdx:45:5
        releasedSteps[5]  "first-team-show" was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor."
    `)
  })

  it('asks for nothing that comes later or does not exist', () => {
    expect(printed({ [PERFORMER]: swap('- reliable-performer-ask\n', '- reliable-performer-show\n') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/reliable-performer.mdx:35:9
        steps[1].prerequisites[0]  "reliable-performer-show" stands after this step. A step can only need what comes before it: change the order."
    `)
    expect(printed({ [PERFORMER]: swap('- reliable-performer-ask\n', '- reliable-performer-as\n') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/reliable-performer.mdx:35:9
        steps[1].prerequisites[0]  "reliable-performer-as" is not another step of this pathway. Did you mean "reliable-performer-ask"? Name a step that stands before this one."
    `)
  })

  it('that is published has no stage in draft, and the other way round', () => {
    expect(printed({ [FIRST_TEAM]: withField('status', 'status: draft') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/index.mdx:13:5
        stages[1]  "first-team" is a draft. Publish it or take it off the list."
    `)
    expect(printed({ [PATHWAY]: withField('status', 'status: draft') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/first-team.mdx:4:9
        status  is published, but pathways/operations-manager/index.mdx is a draft. Publish the pathway first.

      pathways/operations-manager/reliable-performer.mdx:4:9
        status  is published, but pathways/operations-manager/index.mdx is a draft. Publish the pathway first.

      pathways:1:1
        the collection "pathways" has no published article. Set at least one to status: reviewed."
    `)
  })

  it('has an index', () => {
    expect(printed({ [PATHWAY]: null, 'pathways/trainer/index.mdx': smallText(PATHWAY) })).toMatchInlineSnapshot(`
      "pathways/operations-manager/first-team.mdx:2:1
        title  stands in a folder without an index.mdx. Write the pathway first.

      pathways/operations-manager/reliable-performer.mdx:2:1
        title  stands in a folder without an index.mdx. Write the pathway first.

      pathways/trainer/index.mdx:12:5
        stages[0]  "reliable-performer" is not a stage of this pathway. Stages are the files beside index.mdx.

      pathways/trainer/index.mdx:13:5
        stages[1]  "first-team" is not a stage of this pathway. Stages are the files beside index.mdx.

      pathways/trainer/index.mdx:20:16
        entryQuestions[0].options[0].stage  "reliable-performer" is not a stage of this pathway. Stages are the files beside index.mdx.

      pathways/trainer/index.mdx:22:16
        entryQuestions[0].options[1].stage  "first-team" is not a stage of this pathway. Stages are the files beside index.mdx.

      pathways/trainer/index.mdx:24:12
        checks[0].stage  "reliable-performer" is not a stage of this pathway. Stages are the files beside index.mdx.

      pathways/trainer/index.mdx:40:5
        releasedSteps[0]  "reliable-performer-ask" was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor.

      pathways/trainer/index.mdx:41:5
        releasedSteps[1]  "reliable-performer-do" was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor.

      pathways/trainer/index.mdx:42:5
        releasedSteps[2]  "reliable-performer-show" was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor.

      pathways/trainer/index.mdx:43:5
        releasedSteps[3]  "first-team-ask" was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor.

      pathways/trainer/index.mdx:44:5
        releasedSteps[4]  "first-team-do" was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor.

      pathways/trainer/index.mdx:45:5
        releasedSteps[5]  "first-team-show" was published and is gone, so readers would lose their mark on it. Put the step back, or list it under retiredSteps: with its successor."
    `)
  })

  it('has no heading with the anchor of one of its steps, which its page lists', () => {
    expect(printed({ [PATHWAY]: withBody('## First team ask\n\nText.\n') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/index.mdx:47:1
        The heading has the same anchor as the step "first-team-ask". Word it differently."
    `)
  })

  it('has no step whose anchor is that of a section or a heading', () => {
    expect(
      printed({
        [FIRST_TEAM]: all(swap('id: first-team-show', 'id: steps'), withBody('## First team ask\n\nText.\n')),
        [PATHWAY]: swap('- first-team-show', '- steps'),
      }),
    ).toMatchInlineSnapshot(`
      "pathways/operations-manager/first-team.mdx:36:9
        steps[2].id  "steps" is an anchor of the page itself. Choose another id.

      pathways/operations-manager/first-team.mdx:55:1
        The heading has the same anchor as the step "first-team-ask". Word it differently."
    `)
  })
})

describe('an address', () => {
  it('that asks a list is answered by it, or the answer it does not know is named', () => {
    const asking = (query: string) => printed({ 'guides/what-bpo-is.mdx': withBody(`Text with [roles](/roles/?${query}).\n`) })
    expect(asking('line=lead&nights=usual&by=level')).toBe('')
    expect(asking('line=lead&level=first-leed')).toMatchInlineSnapshot(`
      "guides/what-bpo-is.mdx:21:11
        The list at /roles/ does not know level=first-leed. Did you mean "level=first-lead"? Choose in the form of the list and copy the address."
    `)
  })

  it('of an older page must not be that of a living one', () => {
    expect(printed({ [MANAGER]: withField('formerSlugs', 'formerSlugs: [team-leader]') })).toMatchInlineSnapshot(`
      "roles/operations-manager.mdx:11:15
        formerSlugs[0]  "team-leader" is the address of roles/team-leader.mdx, so readers could not be led on from it. Remove it."
    `)
  })

  it('that leads to no page names the nearest', () => {
    expect(printed({ [LEADER]: withBody('See [the manager](/roles/operation-manager/).\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:5
        /roles/operation-manager/ is no page of the guide. Did you mean "/roles/operations-manager/"? Correct the link or remove it."
    `)
  })

  it('that leads to a draft is dead', () => {
    expect(printed({ [LEADER]: withBody('See [the director](/roles/site-director/).\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:5
        /roles/site-director/ is a draft. Correct the link or remove it."
    `)
  })

  it('that names a section that is not there is dead', () => {
    expect(
      printed({
        [LEADER]: withBody(
          '## Here\n\nSee [a](#her), [b](#here), [c](/roles/operations-manager/#shft), [d](/roles/operations-manager/#what-it-is).\n',
        ),
      }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:154:5
        No section of this page is called #her. Copy the address of the section again.

      roles/team-leader.mdx:154:28
        No section of /roles/operations-manager/ is called #shft. Copy the address of the section again."
    `)
  })

  it('of a glossary term that does not exist names the nearest', () => {
    expect(printed({ [LEADER]: withBody('See [wrap](/glossary/#wrapp).\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:5
        The glossary has no term #wrapp. Did you mean "wrap"? Terms are files in glossary/."
    `)
  })
})

describe('the text', () => {
  it('with a tag that nobody knows names the nearest', () => {
    expect(printed({ [LEADER]: withBody('<Calout kind="tip">\nText.\n</Calout>\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:1
        <Calout> is not a tag of the guide. Did you mean "Callout"? Use Markdown or one of the tags of the guide. They are: Figure, Compare, Callout, Situation, Data."
    `)
  })

  it('with an attribute that is wrong says which exist', () => {
    expect(printed({ [LEADER]: withBody('<Callout sort="tip">\nText.\n</Callout>\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:1
        <Callout> needs the attribute kind, one of: tip, trap, law, country.

      roles/team-leader.mdx:152:1
        <Callout> has no attribute sort. It has: kind."
    `)
  })

  it('with code says how to write a brace', () => {
    expect(printed({ [LEADER]: withBody('One {1 + 1} two.\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:5
        Code in braces is not allowed: {1 + 1}. For a brace write \\{ in the text."
    `)
  })

  it('with a less-than sign says how to write one', () => {
    expect(printed({ [LEADER]: withBody('Calls of <3 minutes.\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:11
        A "<" begins a tag here. For "less than" write \\< or the words."
    `)
  })

  it('with an HTML comment says how to write one', () => {
    expect(printed({ [LEADER]: withBody('Text.\n\n<!-- note -->\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:154:2
        HTML comments and declarations are not possible here. Write a comment as {/* like this */}."
    `)
  })

  it('with a tag that is never closed names the line that opens it', () => {
    expect(printed({ [LEADER]: withBody('Text.\n\n<Callout kind="tip">\n\nMore.\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:154:1
        The tag <Callout> opened here is never closed, or closed by another. Write </Callout> on a line of its own."
    `)
  })

  it('with headings out of order says which level is next', () => {
    expect(printed({ [LEADER]: withBody('# One\n\n## Two\n\n#### Four\n\n##\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:1
        The page already has its title. Begin sections with "## ".

      roles/team-leader.mdx:156:1
        The heading skips a level. Use ### here.

      roles/team-leader.mdx:158:1
        The heading is empty. Write it or remove it."
    `)
  })

  it('with a block placed twice, or in the wrong kind of article, says so', () => {
    expect(
      printed({ [LEADER]: withBody('<Data block="pay" />\n\n<Data block="pay" />\n'), [METRIC]: withBody('<Data block="pay" />\n') }),
    ).toMatchInlineSnapshot(`
      "metrics/handle-time.mdx:29:1
        <Data> stands only in roles. Remove it.

      roles/team-leader.mdx:154:1
        The block "pay" is placed twice. Keep one."
    `)
  })

  it('with a block inside a sentence says where it belongs', () => {
    expect(printed({ [LEADER]: withBody('The pay: <Data block="pay" />\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:10
        <Data> stands inside a sentence. Put it on lines of its own."
    `)
  })

  it('with a figure that nobody declares names the nearest', () => {
    expect(printed({ [LEADER]: withBody('It takes <Figure id="ramp-week" />.\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:10
        "ramp-week" is not a figure. Did you mean "ramp-weeks"? Figures are declared under figures: in an article."
    `)
  })

  it('with a footnote that is not written, or that nobody reads, says so', () => {
    expect(printed({ [LEADER]: withBody('One[^1] two.\n\n[^2]: Three.\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:4
        "[^1]" leads nowhere: no line begins with its name and a colon. Write that line or remove the mark.

      roles/team-leader.mdx:154:1
        Nothing refers to this footnote, so nobody would see it. Put [^2] into the text."
    `)
  })

  it('with a link that has no address says so', () => {
    expect(printed({ [LEADER]: withBody('One [two][three] four.\n') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:152:5
        "[two][three]" leads nowhere: no line begins with its name and a colon. Write that line or remove the mark."
    `)
  })

  it('of a glossary term has no sections, because all terms stand on one page', () => {
    expect(printed({ 'glossary/wrap.mdx': withBody('## More\n\nText[^1].\n\n[^1]: Note.\n') })).toMatchInlineSnapshot(`
      "glossary/wrap.mdx:13:1
        A term has no sections: all terms stand on one page. Write paragraphs.

      glossary/wrap.mdx:17:1
        A term has no footnotes: all terms stand on one page. Write it in the text."
    `)
  })
})

describe('a collection', () => {
  it('without a published article is named', () => {
    expect(printed({ 'guides/what-bpo-is.mdx': withField('status', 'status: draft') })).toMatchInlineSnapshot(`
      "guides:1:1
        the collection "guides" has no published article. Set at least one to status: reviewed."
    `)
  })

  it('has no file in a place of its own', () => {
    expect(
      printed({
        'roles/lead/team-leader.mdx': smallText(LEADER),
        'role/team-leader.mdx': smallText(LEADER),
        'team-leader.mdx': smallText(LEADER),
        'roles/index.mdx': smallText(LEADER),
        'pathways/lonely.mdx': smallText(PATHWAY),
      }),
    ).toMatchInlineSnapshot(`
      "pathways/lonely.mdx:1:1
        A pathway is a folder: pathways/<target>/index.mdx, with its stages beside it.

      role/team-leader.mdx:1:1
        "role" is not a kind of content. The folders are: roles, skills, certifications, metrics, salaries, pathways, service-lines, industries, guides, glossary, start-questions, sources.

      roles/index.mdx:1:1
        The list page is made by the guide. Remove this file or give it the id of an article.

      roles/lead/team-leader.mdx:1:1
        Articles stand directly in roles/. Move the file up.

      team-leader.mdx:1:1
        Articles stand in the folder of their kind. Move it there."
    `)
  })
})

describe('a stage that says how long people stay', () => {
  it('names a figure that readers see under time:', () => {
    expect(printed({ [FIRST_TEAM]: withField('stay', 'stay: [ramp-weeks]') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/first-team.mdx:54:8
        stay[0]  "ramp-weeks" is not among the figures of time:. Add it there, where readers see its source."
    `)
  })

  it('names a length of time', () => {
    expect(
      printed({ [LEADER]: figure('    value: 40\n    unit: hours\n'), [PERFORMER]: withField('stay', 'stay: [ramp-weeks]') }),
    ).toMatchInlineSnapshot(`
      "pathways/operations-manager/reliable-performer.mdx:54:8
        stay[0]  "ramp-weeks" is counted in hours, and a plan reckons in days, weeks, months or years."
    `)
  })

  it('names a figure that exists', () => {
    expect(printed({ [PERFORMER]: withField('stay', 'stay: [ramp-week]') })).toMatchInlineSnapshot(`
      "pathways/operations-manager/reliable-performer.mdx:54:8
        stay[0]  "ramp-week" is not a figure. Did you mean "ramp-weeks"? Figures are declared under figures: in an article."
    `)
  })

  it('may name those of time: that are lengths of time', () => {
    expect(printed({ [PERFORMER]: withField('stay', 'stay: [ramp-weeks]') })).toBe('')
  })
})

// Found by trying words: the three bytes that links carry for both are the same.
const [TWIN, OTHER_TWIN] = ['long-coach-week', 'spare-lead-sheet-four']

describe('an id with the fingerprint of another', () => {
  const skill = (title: string) =>
    all(withField('title', `title: ${title}`), withField('formerSlugs', null))(smallText('skills/coaching.mdx'))
  const role = (title: string) =>
    all(
      withField('title', `title: ${title}`),
      withField('formerSlugs', null),
      withField('entry', 'entry: true'),
    )(smallText('roles/site-director.mdx'))

  it('is refused among skills', () => {
    expect(
      printed({
        [`skills/${TWIN}.mdx`]: skill('Long weeks'),
        [`skills/${OTHER_TWIN}.mdx`]: skill('Spare sheets'),
      }),
    ).toMatchInlineSnapshot(`
      "skills/spare-lead-sheet-four.mdx:2:8
        title  "spare-lead-sheet-four" and "long-coach-week" have the same fingerprint, so a shared plan would mix them up. Choose another id."
    `)
  })

  it('is refused among steps, in whichever stages they are', () => {
    expect(
      printed({
        [PERFORMER]: swap('id: reliable-performer-show', `id: ${TWIN}`),
        [FIRST_TEAM]: swap('id: first-team-show', `id: ${OTHER_TWIN}`),
        [PATHWAY]: all(swap('- reliable-performer-show', `- ${TWIN}`), swap('- first-team-show', `- ${OTHER_TWIN}`)),
      }),
    ).toMatchInlineSnapshot(`
      "pathways/operations-manager/index.mdx:45:5
        releasedSteps[5]  "spare-lead-sheet-four" and "long-coach-week" have the same fingerprint, so a shared plan would mix them up. Choose another id."
    `)
  })

  it('is refused among stages', () => {
    expect(
      printed({
        [PERFORMER]: null,
        [FIRST_TEAM]: null,
        [`pathways/operations-manager/${TWIN}.mdx`]: smallText(PERFORMER),
        [`pathways/operations-manager/${OTHER_TWIN}.mdx`]: smallText(FIRST_TEAM),
        [PATHWAY]: (text) =>
          text.replaceAll(/(- |stage: )reliable-performer$/gm, `$1${TWIN}`).replaceAll(/(- |stage: )first-team$/gm, `$1${OTHER_TWIN}`),
      }),
    ).toMatchInlineSnapshot(`
      "pathways/operations-manager/index.mdx:13:5
        stages[1]  "spare-lead-sheet-four" and "long-coach-week" have the same fingerprint, so a shared plan would mix them up. Choose another id."
    `)
  })

  it('is refused among roles', () => {
    expect(
      printed({ [`roles/${TWIN}.mdx`]: role('Long weeks'), [`roles/${OTHER_TWIN}.mdx`]: role('Spare sheets') }),
    ).toMatchInlineSnapshot(`
      "roles/spare-lead-sheet-four.mdx:2:8
        title  "spare-lead-sheet-four" and "long-coach-week" have the same fingerprint, so a shared plan would mix them up. Choose another id."
    `)
  })

  it('is no fault where the two are of different kinds', () => {
    expect(
      printed({
        [`skills/${TWIN}.mdx`]: skill('Long weeks'),
        [FIRST_TEAM]: swap('id: first-team-show', `id: ${OTHER_TWIN}`),
        [PATHWAY]: swap('- first-team-show', `- ${OTHER_TWIN}`),
      }),
    ).toBe('')
  })
})

describe('a judgement', () => {
  it.each(['closed', 'closing', 'replaced', 'unconfirmed'])('that recommends a certificate that is %s is refused', (state) => {
    expect(
      printed({
        'certifications/floor-basics.mdx': withField('state', `state: ${state}`),
        [LEADER]: swap('verdict: skip', 'verdict: helps'),
      }),
    ).toBe(
      `roles/team-leader.mdx:118:14\n  certifications[0].verdict  "helps" recommends a certification that is ${state}. Use skip, or recommend another.`,
    )
  })

  it('about software needs a recent source', () => {
    expect(
      printed({
        [LEADER]: swap(
          '  - text: Read the numbers.',
          '  - text: Read the numbers.\n    ai:\n      mark: assisted\n      source: floor-survey\n      asOf: "2023"\n      note: Software drafts the page.',
        ),
      }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:65:3
        duties  holds an AI mark whose source was over 18 months old at review. Find a newer one or remove the mark."
    `)
  })

  it('that is overdue is a warning, so that the site can still be built', () => {
    expect(printed({ [LEADER]: withField('reviewBy', 'reviewBy: 2026-01-11') })).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:8:11
        Warning: reviewBy  "2026-01-11" is past. Review the article, then set reviewed and reviewBy; readers see a notice until then."
    `)
  })
})

describe('the print', () => {
  it('lists every problem once, by file and place', () => {
    expect(
      printed({
        [LEADER]: all(withField('level', 'level: 0'), withBody('{1}\n\n<script />\n')),
        'skills/coaching.mdx': withField('grup', 'grup: x'),
      }),
    ).toMatchInlineSnapshot(`
      "roles/team-leader.mdx:25:8
        level  0 is too small; at least 1 is needed.

      roles/team-leader.mdx:152:1
        Code in braces is not allowed: {1}. For a brace write \\{ in the text.

      roles/team-leader.mdx:154:1
        HTML <script> is not allowed. Use Markdown or one of the tags of the guide. They are: Figure, Compare, Callout, Situation, Data.

      skills/coaching.mdx:26:1
        grup  is not a field here. Did you mean "group"? Remove it or correct its name."
    `)
  })

  it('names a field as the writer sees it', () => {
    expect(fieldName(['competencies', 1, 'skill'])).toBe('competencies[1].skill')
    expect(fieldName([])).toBe('')
  })

  it('shows a value shortly', () => {
    expect([shown('a'), shown(5), shown(undefined), shown(null), shown({ a: [1] }), shown('x'.repeat(100)).length]).toEqual([
      '"a"',
      '5',
      'nothing',
      'null',
      '{"a":[1]}',
      58,
    ])
  })

  it('suggests what is near and nothing else', () => {
    expect([
      suggestion('coachng', ['coaching', 'reporting']),
      suggestion('xyz', ['coaching']),
      suggestion('a', []),
      suggestion('a'.repeat(200), ['b']),
    ]).toEqual([' Did you mean "coaching"?', '', '', ''])
  })

  it('of nothing is nothing', () => {
    expect(formatProblems([])).toBe('')
  })
})
