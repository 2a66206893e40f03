import { readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { appConfig } from '../vite.config.ts'
import { checksFiles, mismatches, sourcesIn } from './checks-listed.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

async function idsIn(file: string): Promise<readonly string[]> {
  const { checks } = (await import(pathToFileURL(`${root}${file}`).href)) as { readonly checks: readonly { readonly id: string }[] }
  return checks.map((check) => check.id)
}

test('every check of a folder stands in its list, and every id of a list is used', async () => {
  const wrong: string[] = []
  for (const file of await checksFiles(root)) wrong.push(...(await mismatches(root, file, await idsIn(file))))
  expect(wrong).toEqual([])
})

test('every folder that checks something has a list', async () => {
  const listed = (await checksFiles(root)).map((file) => file.replace('checks.ts', ''))
  const without: string[] = []
  for (const file of await sourcesIn(root, 'src')) {
    if (file === 'src/base/check.ts' || listed.some((folder) => file.startsWith(folder))) continue
    if (/\bcheck\(\s*'/.test(await readFile(`${root}${file}`, 'utf8'))) without.push(file)
  }
  expect(without).toEqual([])
})

test('no id names two checks', async () => {
  const ids: string[] = []
  for (const file of await checksFiles(root)) ids.push(...(await idsIn(file)))
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('[B15] nothing that ships can take a check out: the switch has one reader, and no setting reaches it', async () => {
  const naming: string[] = []
  for (const folder of ['src', 'bin']) {
    for (const file of await sourcesIn(root, folder)) {
      const text = await readFile(`${root}${file}`, 'utf8')
      if (text.includes('HOLDFAST_TAKE_OUT')) naming.push(file)
    }
  }
  expect(naming).toEqual(['src/base/check.ts'])
  expect(appConfig('unused', '0').define).toMatchObject({ __HOLDFAST_TAKE_OUT__: 'undefined' })
})
