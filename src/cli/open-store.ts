import { openPostgresStore } from '../server/store-postgres.ts'
import { openSqliteStore } from '../server/store-sqlite.ts'
import type { Store } from '../server/store.ts'

/** The store of a server, for a command beside it. A folder in use is opened all the same when `beside`: only for what is safe while it runs. */
export function openStoreOf(where: { readonly folder: string; readonly database: string | null; readonly beside: boolean }): Promise<Store> {
  return where.database === null ? openSqliteStore({ folder: where.folder, beside: where.beside }) : openPostgresStore({ url: where.database })
}
