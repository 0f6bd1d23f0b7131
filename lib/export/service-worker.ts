import { pageScript } from './page-scripts.ts'

/** Where browsers look for the worker. Its scope is the whole site, so it stands at the root. */
export const SERVICE_WORKER = '/sw.js'

/**
 * The worker that goes: it empties what workers of this site kept and takes itself away. Pages then come from the network, as they
 * did before. Marks and plans lie in another storage and stay.
 */
const GOING = `self.addEventListener("install",()=>self.skipWaiting());self.addEventListener("activate",e=>e.waitUntil((async()=>{for(const n of await caches.keys())if(n.startsWith("floorwalk-"))await caches.delete(n);await self.registration.unregister()})()));`

/**
 * The file that browsers ask again, on nearly every visit: it only names the worker proper, which has a lasting name and is fetched
 * when it changed. `on: false` is the switch for the worst case.
 */
export const serviceWorker = ({ on }: { on: boolean }) => (on ? `importScripts("${pageScript('worker')}");` : GOING)

/** Another version of the site is another worker, even when its code is the same: so open pages hear of it. */
export const withVersion = (code: string, version: string) => `${code.trimEnd()}\n//${version}\n`
