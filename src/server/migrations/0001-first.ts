/** Frozen: a change is a new migration. */
export const first = {
  number: 1,
  name: 'first',
  // entry.id and boxes.id are room number * 2^32 + seq, so that a room lies together and its number is the first key of every row.
  sqlite: `
    CREATE TABLE server (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      receipt_seed BLOB NOT NULL, token_key BLOB NOT NULL, door_key BLOB NOT NULL, life INTEGER NOT NULL,
      total_bytes INTEGER NOT NULL, room_entries INTEGER NOT NULL, room_bytes INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE room (
      number INTEGER PRIMARY KEY,
      room_id BLOB NOT NULL UNIQUE,
      head_seq INTEGER NOT NULL, head_link BLOB NOT NULL,
      bytes INTEGER NOT NULL,
      restored_life INTEGER, restored_seq INTEGER, restored_link BLOB,
      hand_back INTEGER NOT NULL DEFAULT 0,
      day INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      header BLOB NOT NULL, signature BLOB NOT NULL, body BLOB,
      redacted INTEGER NOT NULL, day INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE boxes (
      id INTEGER PRIMARY KEY,
      g INTEGER NOT NULL, rks BLOB NOT NULL, hashes BLOB NOT NULL, data BLOB NOT NULL
    ) STRICT;
    CREATE INDEX boxes_by_generation ON boxes (id >> 32, g);
    CREATE TABLE knock (
      room INTEGER NOT NULL, ik BLOB NOT NULL, place INTEGER NOT NULL,
      rk BLOB NOT NULL, data BLOB,
      PRIMARY KEY (room, ik, place)
    ) STRICT;
    CREATE TABLE mailbox (
      number INTEGER PRIMARY KEY, address BLOB NOT NULL UNIQUE, drop_hash BLOB NOT NULL, next INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE mail (id INTEGER PRIMARY KEY, item BLOB NOT NULL) STRICT;
    CREATE TABLE vault (address BLOB PRIMARY KEY, record BLOB NOT NULL, signature BLOB NOT NULL, day INTEGER NOT NULL) STRICT;
  `,
  postgres: `
    CREATE TABLE server (
      one integer PRIMARY KEY CHECK (one = 1),
      receipt_seed bytea NOT NULL, token_key bytea NOT NULL, door_key bytea NOT NULL, life integer NOT NULL,
      total_bytes bigint NOT NULL, room_entries bigint NOT NULL, room_bytes bigint NOT NULL
    );
    CREATE TABLE room (
      number integer PRIMARY KEY,
      room_id bytea NOT NULL UNIQUE,
      head_seq bigint NOT NULL, head_link bytea NOT NULL,
      bytes bigint NOT NULL,
      restored_life integer, restored_seq bigint, restored_link bytea,
      hand_back bigint NOT NULL DEFAULT 0,
      day integer NOT NULL
    ) WITH (fillfactor = 50);
    CREATE TABLE entry (
      room integer NOT NULL, seq bigint NOT NULL,
      header bytea NOT NULL, signature bytea NOT NULL, body bytea,
      redacted boolean NOT NULL, day integer NOT NULL,
      PRIMARY KEY (room, seq)
    );
    ALTER TABLE entry ALTER COLUMN body SET STORAGE EXTERNAL;
    CREATE TABLE boxes (
      room integer NOT NULL, seq bigint NOT NULL,
      g bigint NOT NULL, rks bytea NOT NULL, hashes bytea NOT NULL, data bytea NOT NULL,
      PRIMARY KEY (room, seq)
    );
    ALTER TABLE boxes ALTER COLUMN data SET STORAGE EXTERNAL;
    CREATE INDEX boxes_by_generation ON boxes (room, g);
    CREATE TABLE knock (
      room integer NOT NULL, ik bytea NOT NULL, place integer NOT NULL,
      rk bytea NOT NULL, data bytea,
      PRIMARY KEY (room, ik, place)
    );
    CREATE TABLE mailbox (
      number integer PRIMARY KEY, address bytea NOT NULL UNIQUE, drop_hash bytea NOT NULL, next bigint NOT NULL
    );
    CREATE TABLE mail (mailbox integer NOT NULL, number bigint NOT NULL, item bytea NOT NULL, PRIMARY KEY (mailbox, number));
    CREATE TABLE vault (address bytea PRIMARY KEY, record bytea NOT NULL, signature bytea NOT NULL, day integer NOT NULL);
  `,
} as const
