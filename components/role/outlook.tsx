import { FigureList } from '#components/article/figure.tsx'
import { SourceLinks } from '#components/article/source-links.tsx'
import type { Entry, Library } from '#lib/content/library.ts'

/** What sources expect of the job, side by side, then why they differ. */
export function Outlook({ role, library }: { role: Entry<'roles'>; library: Library }) {
  return (
    <div className="compare">
      <ul className="outlook">
        {role.data.outlook.map(({ source, says, scope, figures }) => (
          <li key={source + says}>
            <p>
              {says} <SourceLinks ids={[source]} library={library} />
            </p>
            <p className="src">{scope}</p>
            {figures ? <FigureList ids={figures} library={library} /> : null}
          </li>
        ))}
      </ul>
      {role.data.outlookNote ? (
        <p className="why">
          <b>{role.data.outlook.length > 1 ? 'Why they differ, and what to do.' : 'What this leaves open.'}</b> {role.data.outlookNote}
        </p>
      ) : null}
    </div>
  )
}
