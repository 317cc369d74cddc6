// Follows changes through a connection that breaks at random, and prints each, in the order in which they came.
// Usage: node soak.mjs HOST:PORT RESUME_TOKEN LABEL COUNT
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const [address, from, label, count] = process.argv.slice(2);
const protos = fileURLToPath(new URL('../../proto/src/main/protobuf', import.meta.url));
const options = { includeDirs: [protos], enums: String, longs: Number, oneofs: true };
const { TaskService } = grpc.loadPackageDefinition(loadSync('depict/v1/task_service.proto', options)).depict.v1;
const connect = () => new TaskService(address, grpc.credentials.createInsecure());
const status = (name) => name?.replace('TASK_STATUS_', '') ?? 'UNSPECIFIED';

let seed = 7; // the same breaks in each run
const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

let [service, resumeToken, left, breaks] = [connect(), from, Number(count), 0];
while (left > 0) {
  const stream = service.watchTasks({ resumeToken, filter: { labels: [label] } }, new grpc.Metadata({ waitForReady: true }));
  let until = Math.floor(chance() * 100);
  try {
    for await (const { event, mark } of stream) {
      resumeToken = (event ?? mark)?.resumeToken ?? resumeToken;
      if (event) {
        console.log(event.task.name, status(event.previousStatus), status(event.task.status));
        left--;
      }
      if (left === 0 || until-- === 0) break;
    }
  } catch (error) {
    if (![grpc.status.CANCELLED, grpc.status.UNAVAILABLE].includes(error.code)) throw error;
  }
  stream.on('error', () => {}); // CANCELLED, which is us
  stream.cancel();
  breaks++;
  if (chance() < 0.2) {
    service.close(); // the whole connection, with whatever is on its way
    service = connect();
  }
}
service.close();
console.error(`${breaks} streams`);
