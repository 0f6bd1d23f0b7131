import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Four kinds of promise. Modules and components need nothing built; export and browser tests look at the site in out/.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/export-*.test.ts', 'tests/browser-*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        test: { name: 'component', environment: 'jsdom', include: ['tests/**/*.test.tsx'] },
      },
      {
        test: { name: 'export', environment: 'node', include: ['tests/export-*.test.ts'], testTimeout: 60_000, hookTimeout: 300_000 },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser-*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // One browser at a time: several would only wait for each other on a small machine.
          fileParallelism: false,
          // A busy machine can make one page late. What fails is tried once more, and the report says what needed it.
          retry: 1,
        },
      },
    ],
  },
})
