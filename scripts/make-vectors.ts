/** Writes the test vectors of the log's own format: `node scripts/make-vectors.ts`. The same bytes in every run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { makeVectorFiles } from '../src/log/testing/make-vectors.ts'

const folder = new URL('../src/log/vectors/', import.meta.url)

mkdirSync(folder, { recursive: true })
for (const [file, contents] of Object.entries(await makeVectorFiles())) {
  writeFileSync(new URL(file, folder), `${JSON.stringify(contents, null, 1)}\n`)
  console.log(`${file}: ${contents.vectors.length}`)
}
