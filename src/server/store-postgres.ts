import { CannotStart, type Store } from './store.ts'

export async function openPostgresStore(options: { readonly url: string }): Promise<Store> {
  throw new CannotStart(`PostgreSQL at ${new URL(options.url).host} is not supported by this version.`)
}
