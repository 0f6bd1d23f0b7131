import type { Trouble } from '#lib/reader/store.ts'
import { useActs } from './acts.tsx'
import { readerStore, useSnapshot } from './reader-store.ts'
import { save } from './save-file.ts'

const TROUBLES: Record<Trouble, string> = {
  blocked:
    'This browser keeps nothing for this site. What you mark holds until you close the page. To keep it, save a file from your plan.',
  full: 'This device has no room left for what you mark here. It holds until you close the page. What was kept before is untouched. Free some room, or save a file from your plan.',
  newer:
    'Your marks were last kept by a newer version of this guide, so this page only shows them and changes nothing. Load it again to get the new version.',
}

/** Why marks are not kept, and what became of data that could not be read. Nothing when all is well. */
export function TroubleNotice() {
  const { trouble, aside } = useSnapshot()
  const { say } = useActs()
  const drop = () => {
    readerStore().dropAside()
    say('What could not be read is gone.')
  }
  return (
    <div className="troubles" role="status">
      {trouble ? <p className="notice">{TROUBLES[trouble]}</p> : null}
      {aside.length > 0 ? (
        <div className="notice">
          <p>
            Part of what this browser kept for you could not be read. It lies aside, nothing of it is lost. Save it as a file and send it to
            us if you want it looked at.
          </p>
          <p className="acts-row">
            {aside.map((text, index) => (
              <button
                type="button"
                className="act"
                key={text}
                onClick={() => save({ name: `floorwalk-set-aside-${index + 1}.txt`, text, type: 'text/plain' })}
              >
                Save what could not be read{aside.length > 1 ? ` (${index + 1})` : ''}
              </button>
            ))}
            <button type="button" className="act quiet" onClick={drop}>
              I do not need it
            </button>
          </p>
        </div>
      ) : null}
    </div>
  )
}
