import type { NextConfig } from 'next'

const config: NextConfig = {
  output: 'export',
  trailingSlash: true,
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Finds its own program beside itself, so it must stay where it is.
  serverExternalPackages: ['esbuild'],
  // The test command checks the types of everything; a slip in a test need not stop a build.
  typescript: { ignoreBuildErrors: true },
}

export default config
