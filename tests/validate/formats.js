// Holds the reports below WORK/reports against the validators of their formats. node formats.js WORK
'use strict';
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');
const Ajv = require('ajv/dist/2020').default;
const formats = require('ajv-formats').default;
const { XMLValidator } = require('fast-xml-parser');
const junit2json = require('junit2json');
const { check, end } = require('./tally.js');

const work = process.argv[2];
const multitool = path.join(work, 'node_modules/@microsoft/sarif-multitool-linux');
const read = (file) => fs.readFileSync(file, 'utf8');

function compile(file) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  return ajv.compile(JSON.parse(read(file)));
}

const fault = (validate, value) =>
  validate(value) ? '' : validate.errors.map((e) => `${e.instancePath} ${e.message}`).slice(0, 5).join('; ');

// The schema of the standard, which Microsoft's tool brings, and ours.
const schemas = { sarif: [compile(path.join(multitool, 'sarif-2.1.0.json')), compile('tests/formats/sarif.schema.json')] };
for (const format of ['json', 'gitlab']) schemas[format] = [compile(`tests/formats/${format}.schema.json`)];

function json(file, format) {
  let value;
  try {
    value = JSON.parse(read(file));
  } catch (error) {
    check(file, error.message);
    return;
  }
  for (const schema of schemas[format]) check(file, fault(schema, value));
}

// GitHub's own rules are among the tool's ("Ghas"). Its one remark that stays: plan has no address to give.
function sarif(file) {
  const log = spawnSync(path.join(multitool, 'Sarif.Multitool'),
    ['validate', file, '--rule-kind', 'Sarif;Ghas', '--output', path.join(work, 'out.sarif'), '--log', 'ForceOverwrite',
      '--level', 'Error;Warning'], { encoding: 'utf8' });
  const lines = (log.stdout || '').split('\n').filter((l) => /: (error|warning) /.test(l) && !l.includes('SARIF2005'));
  check(`${file} by Sarif.Multitool`, log.error ? log.error.message : lines.slice(0, 3).join('; '));
}

async function junit(file) {
  const text = read(file);
  const valid = XMLValidator.validate(text);
  check(file, valid === true ? '' : valid.err.msg);
  const report = await junit2json.parse(text);
  const suites = report.testsuite || [];
  const cases = suites.flatMap((s) => s.testcase || []);
  const failures = cases.filter((c) => c.failure);
  check(`${file}: its counts`, cases.length === report.tests && failures.length === report.failures ? '' :
    `${cases.length} of ${report.tests} cases, ${failures.length} of ${report.failures} failures`);
  const xmllint = spawnSync('xmllint', ['--noout', '--nonet', file], { encoding: 'utf8' });
  if (!xmllint.error) check(`${file} by xmllint`, xmllint.stderr);
}

// What the toolkit of GitHub Actions would have escaped must be (packages/core/src/command.ts).
function github(file) {
  for (const line of read(file).split('\n').filter((l) => l.startsWith('::'))) {
    const parts = /^::(error|warning|notice) ([^:]*)::([^\r]+)$/.exec(line);
    const properties = parts && parts[2].split(',').every((p) => /^(file|line|col|endColumn|title)=[^:,]+$/.test(p));
    const percents = parts && !/%(?!25|0A|0D|3A|2C)/.test(parts[2]) && !/%(?!25|0A|0D)/.test(parts[3]);
    check(file, properties && percents ? '' : line);
  }
}

// The tool takes seconds a report: it gets those of whole folders, which hold what the later ones do.
const last = 101;

async function main() {
  const folder = path.join(work, 'reports');
  for (const name of fs.readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    const format = path.extname(name).slice(1);
    if (format === 'junit') await junit(file);
    else if (format === 'github') github(file);
    else json(file, format);
    if (format === 'sarif' && parseInt(name, 10) <= last) sarif(file);
  }
  end(path.join(work, 'formats.counts'));
}

main();
