import { TROUBLE_WORDS } from '#lib/reader/trouble-words.ts'
import { useActs } from './acts.tsx'
import { readerStore, useSnapshot } from './reader-store.ts'
import { save } from './save-file.ts'

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
      {trouble ? <p className="notice">{TROUBLE_WORDS[trouble]} To keep them, save the file from your plan.</p> : null}
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
