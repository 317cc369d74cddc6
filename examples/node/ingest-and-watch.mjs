// Ingests pictures, follows them through a broken stream, then asks once more and waits; see README.md.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const json = process.argv.includes('--json');
const [address, ...pictures] = process.argv.slice(2).filter((argument) => argument !== '--json');
const status = (name) => name?.replace('TASK_STATUS_', '').replace('UNSPECIFIED', 'NEW') ?? 'NEW';
const print = (kind, facts, text) => console.log(json ? JSON.stringify({ kind, ...facts }) : text);

function connect() {
  const protos = fileURLToPath(new URL('../../proto/src/main/protobuf', import.meta.url));
  const options = { includeDirs: [protos], enums: String, longs: Number, oneofs: true };
  const contract = grpc.loadPackageDefinition(loadSync('depict/v1/task_service.proto', options));
  return new contract.depict.v1.TaskService(address, grpc.credentials.createInsecure());
}

async function ingestAndWatch(service) {
  const call = (method, request) => promisify(service[method].bind(service))(request);
  let { resumeToken } = await call('ListTasks', { pageSize: 1 }); // taken first: nothing is missed from here on

  const open = new Set();
  for (const source of pictures) {
    const { task } = await call('Ingest', { content: readFileSync(source), source, mode: 'INGEST_MODE_ASYNC' });
    open.add(task.name);
    print('ingested', { task: task.name, source }, `${source} is ${task.name}`);
  }

  for (let seen = 0; open.size > 0; ) {
    const stream = service.watchTasks({ resumeToken }, new grpc.Metadata({ waitForReady: true }));
    try {
      for await (const { event, mark } of stream) {
        resumeToken = (event ?? mark)?.resumeToken ?? resumeToken; // from here the next stream goes on
        if (!event || !open.has(event.task.name)) continue; // a sign of life, or somebody else's task
        const { name, source, answer, failure } = event.task;
        const [from, to] = [status(event.previousStatus), status(event.task.status)];
        const words = answer?.altText ?? failure?.providerMessage ?? '';
        print('event', { task: name, source, type: event.type, from, to, words, resumeToken }, `${source}: ${from} → ${to} ${words}`);
        if (['COMPLETED', 'FAILED', 'CANCELLED'].includes(to)) open.delete(name);
        if (['FAILED', 'CANCELLED'].includes(to)) process.exitCode = 1;
        if (++seen === 1) print('break', { resumeToken }, '(breaking the stream off, going on with its last resume_token)');
        if (seen === 1 || open.size === 0) stream.cancel();
      }
    } catch (error) {
      // CANCELLED was us, above; after UNAVAILABLE (a server that stops or restarts) the next stream waits for it.
      if (![grpc.status.CANCELLED, grpc.status.UNAVAILABLE].includes(error.code)) throw error;
    }
  }

  const [source, userPrompt] = [pictures[0], 'What is it for?'];
  const { task, done } = await call('Ingest', { content: readFileSync(source), source, userPrompt, mode: 'INGEST_MODE_SYNC' });
  const { name, answer, failure } = task;
  if (!answer) process.exitCode = 1;
  print('answer', { task: name, source, done, status: status(task.status), answer, failure }, describe(task));
}

function describe({ source, status: name, answer, failure }) {
  if (!answer) return `${source}: ${status(name)}, ${failure?.providerMessage ?? 'no answer so far'}`;
  const { inputTokens = 0, outputTokens = 0, thinkingTokens = 0 } = answer.usage ?? {};
  return `${source}, asked what it is for:
  alt text     ${answer.altText}
  description  ${answer.description}
  keywords     ${(answer.keywords ?? []).join(', ')}
  text in it   ${answer.ocrText?.replaceAll('\n', ' / ') ?? '(none)'}
  model        ${answer.model} answered, ${answer.requestedModel} was asked
  tokens       ${inputTokens} in, ${outputTokens} out, ${thinkingTokens} thinking
  cost         $${((answer.costMicroUsd ?? 0) / 1e6).toFixed(6)}`;
}

if (pictures.length === 0) {
  console.error('Usage: node ingest-and-watch.mjs [--json] HOST:PORT PICTURE…');
  process.exit(2);
}
const service = connect();
try {
  await ingestAndWatch(service);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  service.close();
}
