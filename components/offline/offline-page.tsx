import { SectionPage } from '#components/site/section-page.tsx'
import type { Library } from '#lib/content/library.ts'
import { pageScript } from '#lib/export/page-scripts.ts'
import { keepBundles } from '#lib/keep-bundles.ts'
import { SITE } from '#lib/site.ts'
import { OFFLINE } from '#lib/trail.ts'
import './keep.css'
import './offline.css'

/** What is kept on the phone and how to keep more. Without a connection it also stands in for pages that are not there. */
export function OfflinePage({ library }: { library: Library }) {
  return (
    <SectionPage section={OFFLINE} title="Read without a connection" lead={OFFLINE.about}>
      <section data-offline="missing" aria-labelledby="not-here" hidden>
        <h2 id="not-here">That page is not on this phone</h2>
        <p>Try it again when there is a connection: the address above is still the one you asked for. Until then, these pages are here.</p>
      </section>
      <section aria-labelledby="keep-it">
        <h2 id="keep-it">Keep it on this phone</h2>
        {SITE.offline !== 'off' ? (
          <>
            <p data-offline="scripts">
              This needs scripts, and none has run here. Without them your browser keeps nothing: save a page with the browser’s own menu,
              or print it.
            </p>
            <p data-offline="refused" hidden>
              Your browser cannot keep pages here. It may be too old, this may be a private window, or the address does not begin with
              https. Everything else works as before.
            </p>
            <ul className="offers">
              {keepBundles(library).map(({ id, title, about }) => (
                <li key={id}>
                  <h3>{title}</h3>
                  <p>{about}</p>
                  <div className="keep" data-keep={id} data-keep-name={title} hidden />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>The publisher of this site has switched this off. Nothing is kept, and what was kept has been removed.</p>
        )}
      </section>
      <section data-offline="here" className="on-phone" aria-labelledby="on-phone" hidden>
        <h2 id="on-phone">What is on this phone now</h2>
        <p data-offline="room" />
        <div data-offline="pages" tabIndex={-1} />
        <p className="keep">
          <button type="button" data-forget hidden>
            Forget the pages I have opened
          </button>
        </p>
      </section>
      <section aria-labelledby="data-cost">
        <h2 id="data-cost">What it costs in data</h2>
        <ul className="bullets">
          <li>
            <b>Pages you open</b> stay readable without a connection, the last forty of them. They come once: keeping them costs no data
            beyond a few hundred bytes a page to ask whether it has changed.
          </li>
          <li>
            <b>What makes that work</b> is a small program in your browser, under 12 kB, fetched after your first page. With the second page
            comes this one. If your phone is set to save data, only pages you open are kept.
          </li>
          <li>
            <b>What you keep on purpose</b> costs what stands beside it, once. The size is that of the compressed files. On the phone they
            lie unpacked and take more room.
          </li>
          <li>
            <b>Nothing you keep is renewed by itself.</b> With a connection you always get the newest page, and this page says when a kept
            part has a newer version.
          </li>
        </ul>
      </section>
      <section aria-labelledby="old-copy">
        <h2 id="old-copy">How do I know how old a page is?</h2>
        <p>
          A page that comes from your phone says so in its first line, with the day of your copy. Pay and fees may have changed since.
          Without that line the page came from the site just now.
        </p>
      </section>
      <section aria-labelledby="as-app">
        <h2 id="as-app">Put it on the home screen</h2>
        <p>
          In the browser’s menu, choose “Install app” or “Add to Home screen”. It is the same site in a window of its own, and takes no
          other data.
        </p>
      </section>
      <section aria-labelledby="stays-here">
        <h2 id="stays-here">What is sent, and how to remove it all</h2>
        <p>
          Nothing about you. Your browser fetches files, as for any page; nobody is told what you keep, and nothing is counted. The marks on
          your pathway and your plan lie elsewhere in the browser: removing kept pages does not touch them. “Remove” takes a kept part away
          at once. Clearing this site’s data in the browser’s settings removes everything, your marks and your plan too: save your plan file
          first. A phone that runs out of room may remove kept pages by itself.
        </p>
      </section>
      <script type="module" src={pageScript('offline')} data-own="offline" />
    </SectionPage>
  )
}
