import { type Embed, embedCode } from '#lib/embed.ts'
import './code-field.css'

/** The code that shows an embed elsewhere, to be marked and copied, and the embed itself to look at. */
export const CodeField = ({ embed, name }: { embed: Embed; name: string }) => (
  <div className="embed-code" data-embed-code="">
    <label>
      {name}
      <textarea readOnly rows={4} spellCheck={false} value={embedCode(embed)} />
    </label>
    <p>
      <a href={embed.address}>Look at it</a>
      <button type="button" hidden>
        Copy the code
      </button>
      <output />
    </p>
  </div>
)
