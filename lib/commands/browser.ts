import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

/** For a browser in a container, and for one that asks the network nothing of its own accord. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder ? [path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [],
  ),
]

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const endings = process.platform === 'win32' ? ['.exe'] : ['']
  for (const name of NAMES)
    for (const folder of folders)
      for (const ending of endings) {
        const file = path.join(folder, name + ending)
        if (existsSync(file)) return file
      }
  return undefined
}

const present = () => [chromium.executablePath(), onPath(), ...PLACES].find((file) => file !== undefined && file !== '' && existsSync(file))

const succeeds = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 }).status === 0

function installFromDebian(): boolean {
  if (!existsSync('/etc/debian_version')) return false
  const root = process.getuid?.() === 0
  if (!root && !succeeds('sudo', ['-n', 'true'])) return false
  const apt = (...args: string[]) =>
    root ? succeeds('apt-get', args) : succeeds('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args])
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium')
  return install() || (apt('update') && install())
}

/**
 * The path of a Chromium to test with: FLOORWALK_BROWSER, Playwright's own, one of the system, or one installed now.
 * Throws one sentence when there is none to be had.
 */
export function findBrowser(): string {
  const wanted = process.env.FLOORWALK_BROWSER
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`FLOORWALK_BROWSER names ${wanted}, which is not there. Correct the variable or unset it.`)
    return wanted
  }
  const found = present()
  if (found) return found
  console.log('No browser found; installing Chromium …')
  if (installFromDebian()) {
    const installed = present()
    if (installed) return installed
  }
  const playwright = path.join('node_modules', 'playwright-core', 'cli.js')
  if (succeeds(process.execPath, [playwright, 'install', 'chromium'])) {
    const installed = present()
    if (installed) return installed
  }
  throw new Error(
    'There is no browser to test with, and none could be installed. Install Chromium or Chrome, or name one in FLOORWALK_BROWSER.',
  )
}
