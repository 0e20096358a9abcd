// Holds every plan of this project against the schema by ajv: what `plan check` can read it allows, and what has an
// unknown key, a missing key or a wrong type it refuses. node plans.js WORK PLAN
'use strict';
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');
const Ajv = require('ajv/dist/2020').default;
const YAML = require('yaml');
const { check, end } = require('./tally.js');

const [, , work, plan] = process.argv;
const schema = JSON.parse(fs.readFileSync(path.join(work, 'plan.schema.json'), 'utf8'));
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowMatchingProperties: true, allErrors: true });
check('the schema is one of draft 2020-12', ajv.validateSchema(schema) ? '' : ajv.errorsText());
const validate = ajv.compile(schema);

function files(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return files(name);
    return name.endsWith('.yaml') ? [name] : [];
  });
}

let allowed = 0;
let refused = 0;
const ofFile = /^(yaml-syntax|unsupported-yaml|limit-exceeded|bad-|duplicate-key|unknown-reference|hidden-character|unreadable-file)/;
for (const file of [...files('data/plans'), ...files('tests')]) {
  const report = spawnSync(plan, ['check', '--format', 'json', '--', file], { encoding: 'utf8' }).stdout;
  const found = JSON.parse(report).findings.map((f) => f.rule);
  const shape = found.some((r) => ['unknown-key', 'missing-key', 'wrong-type'].includes(r));
  const other = found.some((r) => ofFile.test(r));
  if (other && !shape) continue;
  let value;
  try {
    value = YAML.parse(fs.readFileSync(file, 'utf8'), { logLevel: 'silent', uniqueKeys: false });
  } catch (error) {
    check(file, shape ? '' : error.message);
    continue;
  }
  const fine = validate(value);
  const fault = fine ? 'is allowed' : ajv.errorsText(validate.errors).slice(0, 300);
  check(file, fine === !shape ? '' : fault);
  if (shape) refused++;
  else allowed++;
}
check('there are plans of both kinds', allowed > 90 && refused > 10 ? '' : `${allowed} and ${refused}`);
end(path.join(work, 'plans.counts'));
