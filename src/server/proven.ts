import type { Bytes } from '../base/bytes.ts'
import { roomIdFrom, roomKeyFrom } from '../log/ids.ts'
import type { RoomKey } from '../log/types.ts'
import type { Caller, Host } from './host.ts'
import type { HotRoom } from './rooms.ts'
import { readToken } from './tokens.ts'

export interface Proven {
  readonly room: HotRoom
  readonly keys: readonly RoomKey[]
}

/** The room and the keys this caller proved for it, on the socket or by a token; null when none. */
export async function provenFor(host: Host, caller: Caller, asked: { readonly room: Bytes; readonly token?: Bytes }): Promise<Proven | null> {
  const keys = await keysFor(host, caller, asked)
  if (keys.length === 0) return null
  const room = await host.rooms.get(asked.room)
  if (room === null) return null
  if (await host.rooms.freshen(room)) host.live.moved(room)
  return { room, keys }
}

async function keysFor(host: Host, caller: Caller, asked: { readonly room: Bytes; readonly token?: Bytes }): Promise<readonly RoomKey[]> {
  if (asked.token === undefined) return caller.socket?.keysOf(roomIdFrom(asked.room)) ?? []
  const rk = await readToken(host.row().tokenKey, asked.room, asked.token, host.clock)
  return rk === null ? [] : [roomKeyFrom(rk)]
}
