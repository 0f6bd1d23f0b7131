import { type ReactNode, useId, useState } from 'react'
import { underTodaysNames } from '#lib/reader/former-names.ts'
import type { GuideOutline } from '#lib/reader/outline.ts'
import { planFile, readPlanFile } from '#lib/reader/plan-file.ts'
import { MOST_CHARACTERS, planFragment } from '#lib/reader/plan-link.ts'
import type { PlanView } from '#lib/reader/plan-view.ts'
import { isEmpty, NOTHING, type Progress } from '#lib/reader/progress.ts'
import { useActs } from './acts.tsx'
import { CopyButton } from './copy-button.tsx'
import { Incoming } from './incoming.tsx'
import { readerStore, useAwake, useSnapshot } from './reader-store.ts'
import { save } from './save-file.ts'

interface Props {
  view: PlanView
  progress: Progress
  guide: GuideOutline
  origin: string
}

/** Every way out of this browser and back in: link, code image, paper, files. */
export function TakeAlong({ view, progress, guide, origin }: Props) {
  const awake = useAwake()
  if (!awake)
    return <p>Your plan can leave as a link, a code image for your other phone, a page of paper, a file or dates for a calendar.</p>
  return (
    <>
      {isEmpty(progress) ? null : (
        <>
          <ShareLink progress={progress} />
          <Files view={view} guide={guide} origin={origin} />
        </>
      )}
      {isEmpty(progress) ? null : <h3>Bring a plan back</h3>}
      <BringBack guide={guide} today={view.today} />
    </>
  )
}

function ShareLink({ progress }: { progress: Progress }) {
  const id = useId()
  const { say } = useActs()
  const [nameTicked, setName] = useState(false)
  const [notesTicked, setNotes] = useState(false)
  const hasName = progress.plan.name !== ''
  const hasNotes = [...progress.steps.values()].some(({ note, evidence }) => note || evidence)
  const name = nameTicked && hasName
  const notes = notesTicked && hasNotes
  const link = `${location.origin}${location.pathname}#${planFragment(progress, { name, notes })}`
  const tooLong = link.length > MOST_CHARACTERS
  const share = async () => {
    try {
      await navigator.share({ title: 'A plan', url: link })
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) say('Sharing did not work. Copy the link instead.')
    }
  }
  return (
    <>
      <h3>A link that holds the plan</h3>
      <p>
        What stands behind # in a link is sent to no server: the plan is in the link and nowhere else. Whoever has it can look, and keep a
        copy of their own.
      </p>
      <p className="field">
        <label htmlFor={`${id}-link`}>
          The link <small>{link.length} characters</small>
        </label>
        <input id={`${id}-link`} type="text" readOnly value={tooLong ? '' : link} onFocus={({ target }) => target.select()} />
      </p>
      <Tick checked={name} onChange={setName} hidden={!hasName}>
        Put my name into it
      </Tick>
      <Tick checked={notes} onChange={setNotes} hidden={!hasNotes}>
        Put my notes and proofs into it
      </Tick>
      {name || notes ? (
        <p className="notice" role="status">
          Everybody who gets this link, or finds it in a chat later, can read{' '}
          {name && notes ? 'your name and notes' : name ? 'your name' : 'your notes'}. Read them once more as your manager would.
        </p>
      ) : null}
      {tooLong ? (
        <p className="notice" role="status">
          This would be {link.length} characters long, and chats cut links after about {MOST_CHARACTERS.toLocaleString('en-GB')}. Leave the
          notes out, or send the file.
        </p>
      ) : (
        <>
          <p className="acts-row">
            <CopyButton text={link} main>
              Copy the link
            </CopyButton>
            {'share' in navigator ? (
              <button type="button" className="act" onClick={share}>
                Share it
              </button>
            ) : null}
          </p>
          <CodeImage key={link} link={link} />
        </>
      )}
    </>
  )
}

function Tick({
  checked,
  onChange,
  hidden,
  children,
}: {
  checked: boolean
  onChange: (on: boolean) => void
  hidden: boolean
  children: ReactNode
}) {
  if (hidden) return null
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{children}</span>
    </label>
  )
}

/** The link as a square code that another phone's camera reads. It is drawn on the device; its script comes when asked for. */
function CodeImage({ link }: { link: string }) {
  const { say } = useActs()
  const [code, setCode] = useState<{ size: number; path: string }>()
  const draw = async () => {
    try {
      const { qrPath } = await import('#lib/reader/plan-qr.ts')
      setCode(qrPath(link))
    } catch (error) {
      say(
        error instanceof RangeError
          ? error.message
          : 'The code image could not be loaded. Are you without a connection? Copy the link instead.',
      )
    }
  }
  return (
    <>
      <p>
        <button type="button" className="act" aria-expanded={code !== undefined} onClick={draw}>
          Show it as a code image for your other phone
        </button>
      </p>
      <p role="status" className="sr-only">
        {code ? 'The code image is below the button.' : ''}
      </p>
      {code ? (
        <svg
          className="code-image"
          viewBox={`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label="Code image of the link to your plan"
          shapeRendering="crispEdges"
        >
          <path d={`M0 0h${code.size}v${code.size}H0z`} className="code-light" />
          <path d={code.path} className="code-dark" />
        </svg>
      ) : null}
    </>
  )
}

function Files({ view, guide, origin }: Omit<Props, 'progress'>) {
  const { say } = useActs()
  const dated = [...view.groups.filter(({ behind }) => !behind), ...view.others]
    .flatMap(({ steps }) => steps)
    .filter(({ mark }) => mark.target && mark.state !== 'done' && mark.state !== 'skip')
  const name = `floorwalk-plan-${view.today}`
  const keepFile = () => {
    save({ ...planFile(readerStore().get().progress, view.today), type: 'application/json' })
    say('The file holds everything, notes and all. Keep it where you find it.')
  }
  const keepList = async () => {
    const { planMarkdown } = await import('#lib/reader/plan-markdown.ts')
    save({ name: `${name}.md`, text: planMarkdown(view, origin, guide), type: 'text/markdown' })
    say('The checklist holds your notes too.')
  }
  const keepDates = async () => {
    const { planCalendar } = await import('#lib/reader/plan-calendar.ts')
    save({ name: `${name}.ics`, text: planCalendar(view, origin, new Date()), type: 'text/calendar' })
    say(`${dated.length} ${dated.length === 1 ? 'date' : 'dates'} for your calendar.`)
  }
  const tried = (act: () => Promise<void>) => () =>
    act().catch(() => say('This could not be loaded. Are you without a connection? The plan file works without one.'))
  return (
    <>
      <h3>Paper and files</h3>
      <ul className="ways">
        <li>
          <button type="button" className="act" onClick={() => print()}>
            Print
          </button>
          <small>One page with the whole plan, then one page a stage.</small>
        </li>
        <li>
          <button type="button" className="act" onClick={keepFile}>
            Plan file
          </button>
          <small>Everything, to read in again here or elsewhere. Browsers may clear what they keep; a file stays.</small>
        </li>
        <li>
          <button type="button" className="act" onClick={tried(keepList)}>
            Checklist
          </button>
          <small>Text with boxes to tick (Markdown), for a notes app or a mail.</small>
        </li>
        <li>
          <button
            type="button"
            className="act"
            aria-disabled={dated.length === 0}
            onClick={dated.length === 0 ? undefined : tried(keepDates)}
          >
            Calendar
          </button>
          <small>
            {dated.length === 0
              ? 'Give a step a date first.'
              : `${dated.length} ${dated.length === 1 ? 'step' : 'steps'} with a date, for any calendar.`}
          </small>
        </li>
      </ul>
    </>
  )
}

/** Reads a plan file again, of this version or an earlier one, and shows it before anything changes. */
function BringBack({ guide, today }: { guide: GuideOutline; today: string }) {
  const id = useId()
  const [read, setRead] = useState<ReturnType<typeof readPlanFile>>()
  return (
    <>
      <p className="field">
        <label htmlFor={id}>Choose a plan file</label>
        <input
          id={id}
          type="file"
          accept=".json,.txt,application/json,text/plain"
          onChange={async ({ target }) => {
            const [file] = target.files ?? []
            if (!file) return
            const text = await file.text().catch(() => undefined)
            setRead(text === undefined ? { fault: 'This file could not be opened. Choose it once more.' } : readPlanFile(text))
            // The same file can be chosen again after it was put right.
            target.value = ''
          }}
        />
      </p>
      {read && 'fault' in read ? (
        <p className="notice" role="alert">
          {read.fault} Nothing was changed.
        </p>
      ) : null}
      {read && 'progress' in read ? (
        <Incoming
          from="file"
          theirs={underTodaysNames(read.progress, guide.former)}
          unknown={0}
          damaged={read.damaged}
          guide={guide}
          today={today}
          onClose={() => setRead(undefined)}
        />
      ) : null}
    </>
  )
}

/** Clears everything, after asking once, and brings back what was cleared or replaced last. */
export function StartAgain() {
  const { act, say } = useActs()
  const { hasBefore, progress } = useSnapshot()
  const something = !isEmpty(progress)
  const [asking, setAsking] = useState(false)
  return (
    <>
      {something ? (
        <p>
          Clears every mark, note and date of this guide from this browser. Save the plan file first if you may want them again. Links and
          files that you gave away stay as they are.
        </p>
      ) : null}
      <p className="acts-row">
        {something ? (
          // It stays while it asks, so a key held too long does not answer too.
          <button type="button" className="act" aria-expanded={asking} onClick={() => setAsking(true)}>
            Clear everything
          </button>
        ) : null}
        {something && asking ? (
          <>
            <button
              type="button"
              className="act main"
              onClick={() => {
                setAsking(false)
                act({ what: 'replace', progress: NOTHING }, 'Everything is cleared. Undo brings it back.')
              }}
            >
              Yes, clear everything
            </button>
            <button type="button" className="act" onClick={() => setAsking(false)}>
              No, keep it
            </button>
          </>
        ) : null}
        {hasBefore ? (
          <button
            type="button"
            className="act quiet"
            onClick={() => {
              readerStore().swapWithBefore()
              say('The plan from before the last great change is back. The one in its place can be brought back the same way.')
            }}
          >
            Bring back the plan from before the last great change
          </button>
        ) : null}
      </p>
    </>
  )
}
