import { buildIfStale } from '../scripts/fresh.ts'

/** Journeys meet the app as it is built. */
export async function setup(): Promise<void> {
  await buildIfStale()
}
