/** Reads what Chromium's network layer wrote down of itself (`--log-net-log`): below pages, workers and anything a page could hide. */

export interface Contacts {
  /** `scheme://host:port` of every request that was begun, also by a service worker or the browser itself. */
  readonly origins: readonly string[]
  /** Names somebody wanted resolved. */
  readonly names: readonly string[]
  /** `address:port` of every TCP connection tried. */
  readonly addresses: readonly string[]
  /** UDP packets sent. Chromium also "connects" UDP sockets to learn its routes, which sends nothing and is not counted. */
  readonly datagrams: number
}

interface NetEvent {
  readonly type: number
  readonly params?: Readonly<Record<string, unknown>>
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly NetEvent[]
}

export function contactsIn(text: string): Contacts {
  const log = JSON.parse(text) as NetLog
  const kindOf = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]))
  const origins = new Set<string>()
  const names = new Set<string>()
  const addresses = new Set<string>()
  let datagrams = 0
  for (const { type, params = {} } of log.events) {
    const kind = kindOf.get(type) ?? ''
    if (kind === 'URL_REQUEST_START_JOB' && typeof params['url'] === 'string') origins.add(originOf(params['url']))
    if (kind.startsWith('HOST_RESOLVER_MANAGER') && typeof params['host'] === 'string') names.add(params['host'])
    if (kind === 'TCP_CONNECT_ATTEMPT' && typeof params['address'] === 'string') addresses.add(params['address'])
    if (kind === 'UDP_BYTES_SENT') datagrams += 1
  }
  return { origins: [...origins], names: [...names], addresses: [...addresses], datagrams }
}

function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
