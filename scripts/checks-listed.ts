import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Every `checks.ts` under src, from the root. */
export async function checksFiles(root: string): Promise<readonly string[]> {
  return (await filesIn(root, 'src')).filter((file) => file.endsWith('/checks.ts'))
}

/** Every test file under a folder, from the root. */
export async function testFilesIn(root: string, folder: string): Promise<readonly string[]> {
  return (await filesIn(root, folder)).filter((file) => /\.test\.tsx?$/.test(file))
}

/** Every file that ships, under a folder. */
export async function sourcesIn(root: string, folder: string): Promise<readonly string[]> {
  return (await filesIn(root, folder)).filter((file) => /\.(tsx?|js|html)$/.test(file) && !/\.(test|suite)\.tsx?$/.test(file))
}

/** Ids that a folder lists and its files never say, and ids that its files hand to `check` and it does not list. */
export async function mismatches(root: string, checksFile: string, listed: readonly string[]): Promise<readonly string[]> {
  // A folder inside with a list of its own stands for itself.
  const nested = (await checksFiles(root)).map(dirname).filter((folder) => folder.startsWith(`${dirname(checksFile)}/`))
  const files = (await sourcesIn(root, dirname(checksFile))).filter((file) => file !== checksFile && !nested.some((folder) => file.startsWith(`${folder}/`)))
  const text = (await Promise.all(files.map((file) => readFile(`${root}${file}`, 'utf8')))).join('\n')
  const unused = listed.filter((id) => !text.includes(`'${id}'`)).map((id) => `${checksFile} lists ${id}, which nothing uses`)
  const used = new Set(Array.from(text.matchAll(/\bcheck\(\s*'([^']+)'/g), (match) => match[1] ?? ''))
  const unlisted = [...used].filter((id) => !listed.includes(id)).map((id) => `${checksFile} does not list ${id}`)
  return [...unused, ...unlisted]
}

async function filesIn(root: string, folder: string): Promise<readonly string[]> {
  const found = await readdir(`${root}${folder}`, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))
    .toSorted()
}
