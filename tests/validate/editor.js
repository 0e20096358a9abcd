// What an editor shows of a plan: yaml-language-server, asked over its protocol for the problems of plans, for words to
// complete and for what a key means. node editor.js WORK
'use strict';
const fs = require('fs');
const path = require('path');
const { spawn } = require('child_process');
const { pathToFileURL } = require('url');
const { check, end } = require('./tally.js');

const work = path.resolve(process.argv[2]);
const server = spawn('node', [path.join(work, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio']);
const waiting = new Map();
const problems = new Map();
let bytes = Buffer.alloc(0);
let last = 0;

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

const ask = (method, params) => new Promise((resolve) => {
  waiting.set(++last, resolve);
  send({ id: last, method, params });
});

const settings = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };

function receive(message) {
  if (message.method === 'textDocument/publishDiagnostics') {
    const { uri, diagnostics } = message.params;
    problems.set(uri, diagnostics);
    if (waiting.has(uri)) waiting.get(uri)();
  } else if (message.method === 'workspace/configuration') {
    send({ id: message.id, result: message.params.items.map((i) => (i.section === 'yaml' ? settings : {})) });
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else if (waiting.has(message.id)) {
    waiting.get(message.id)(message.result);
  }
}

server.stdout.on('data', (chunk) => {
  bytes = Buffer.concat([bytes, chunk]);
  for (;;) {
    const head = bytes.indexOf('\r\n\r\n');
    const length = head < 0 ? NaN : Number(/Content-Length: (\d+)/.exec(bytes.subarray(0, head))[1]);
    if (head < 0 || bytes.length < head + 4 + length) return;
    const body = bytes.subarray(head + 4, head + 4 + length).toString();
    bytes = bytes.subarray(head + 4 + length);
    receive(JSON.parse(body));
  }
});

// Opens a text beside the schema; its problems once the server has told them. `|` marks the cursor.
async function open(name, text) {
  const at = text.indexOf('|');
  const plain = `# yaml-language-server: $schema=plan.schema.json\n${at < 0 ? text : text.slice(0, at) + text.slice(at + 1)}`;
  const before = `# yaml-language-server: $schema=plan.schema.json\n${text.slice(0, at)}`.split('\n');
  const uri = pathToFileURL(path.join(work, name)).href;
  const told = new Promise((resolve) => waiting.set(uri, resolve));
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text: plain } } });
  await told;
  const position = { line: before.length - 1, character: before[before.length - 1].length };
  return { uri, lines: plain.split('\n'), place: { textDocument: { uri }, position } };
}

const heads = 'plan: x\ntitle: X\n';

async function says(name, text, wanted) {
  const document = await open(name, text);
  const found = problems.get(document.uri).map((p) => `${p.range.start.line}: ${p.message}`);
  const fine = wanted.length === found.length && wanted.every((w, i) => w.test(found[i]));
  check(name, fine ? '' : `the problems are ${JSON.stringify(found)}`);
}

async function offers(name, text, wanted) {
  const document = await open(name, text);
  const list = await ask('textDocument/completion', document.place);
  const labels = (list.items || list || []).map((i) => i.label);
  const missing = wanted.filter((w) => !labels.includes(w));
  check(name, missing.length ? `it does not offer ${missing}, but ${labels.slice(0, 50)}` : '');
}

async function tells(name, text, wanted) {
  const document = await open(name, text);
  const hover = await ask('textDocument/hover', document.place);
  const told = hover && (hover.contents.value || String(hover.contents));
  check(name, told && wanted.test(told) ? '' : `it tells ${told}`);
}

async function main() {
  await ask('initialize', {
    processId: process.pid, rootUri: pathToFileURL(work).href,
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ['markdown'] } },
    },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: settings } } });

  for (const plan of fs.readdirSync('data/plans'))
    await says(plan, fs.readFileSync(path.join('data/plans', plan), 'utf8'), []);
  await says('unknown.yaml', `${heads}meetings:\n  m: {title: M, dato: 2018-10-01}\n`, [/^4: .*dato/]);
  await says('type.yaml', `${heads}meetings:\n  m:\n    title: [M]\n`, [/^5: /]);
  await says('missing.yaml', `${heads}meetings:\n  m: {date: 2018-10-01}\n`, [/^4: .*title/]);
  await says('word.yaml', `${heads}meetings:\n  m: {title: M, status: maybe}\n`, [/^4: .*planned/]);
  await says('rule.yaml', `${heads}rules: {severity: {overdu: off}}\n`, [/^3: .*overdu/]);
  await says('code.yaml', `${heads}rules: {severity: {PLAN204: off, overdue: note}}\n`, []);

  await offers('keys.yaml', `${heads}meetings:\n  m:\n    title: M\n    |\n`, ['date', 'after', 'body', 'reading', 'held']);
  await offers('sections.yaml', `${heads}|\n`, ['meetings', 'phases', 'calendar', 'approval']);
  await offers('words.yaml', `${heads}meetings:\n  m:\n    title: M\n    status: |\n`, ['planned', 'confirmed', 'done', 'cancelled']);
  await offers('rules.yaml', `${heads}rules:\n  severity:\n    |\n`, ['overdue', 'deadline-missed', 'party-not-heard']);
  await offers('severities.yaml', `${heads}rules:\n  severity:\n    overdue: |\n`, ['"off"', 'note', 'warning', 'error']);
  await offers('allow.yaml', `${heads}meetings:\n  m:\n    title: M\n    allow:\n      |\n`, ['closed-day', 'overdue']);
  await offers('countries.yaml', `${heads}calendar:\n  holidays: |\n`, ['DK', 'none']);

  await tells('key.yaml', `${heads}meetings:\n  m:\n    title: M\n    dea|dline: 2018-12\n`, /deadline|no later/i);
  await tells('section.yaml', `${heads}mee|tings:\n  m: {title: M}\n`, /meeting/i);
  await tells('told.yaml', `${heads}rules:\n  severity:\n    over|due: off\n`, /last possible day/);
  await tells('id.yaml', `${heads}meetings:\n  m|: {title: M}\n`, /\w/);
  server.kill();
  end(path.join(work, 'editor.counts'));
}

setTimeout(() => {
  check('the language server', 'it did not answer in time');
  end(path.join(work, 'editor.counts'));
}, 120000);
main();
