// Appends with emmett as long as it is asked to. Takes the address of a database; for each line "writers seconds payload-bytes"
// of its standard input it prints one with the nanoseconds of every append.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const store = getPostgreSQLEventStore(process.argv[2]);
await store.schema.migrate();

for await (const line of createInterface({ input: process.stdin })) {
  const [writers, seconds, payload, metadata] = line.split(' ').map(Number);
  const text = 'x'.repeat(payload - '{"text":""}'.length);
  const note = 'x'.repeat(metadata - '{"text":""}'.length);
  const end = process.hrtime.bigint() + BigInt(seconds) * 1_000_000_000n;
  const took = [];
  const write = async () => {
    const stream = `rag-${randomUUID()}`;
    for (let version = 0n; process.hrtime.bigint() < end; version++) {
      const before = process.hrtime.bigint();
      await store.appendToStream(
        stream,
        [{ type: 'rag-assessed', data: { text }, metadata: { text: note } }],
        { expectedStreamVersion: version === 0n ? 'STREAM_DOES_NOT_EXIST' : version });
      took.push(process.hrtime.bigint() - before);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  console.log(took.join(' '));
}
await store.close();
