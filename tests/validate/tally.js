// Counts what held and what did not, tells of the latter, and leaves the sums in a file.
'use strict';
const fs = require('fs');

let passed = 0;
let failed = 0;

function check(name, fault) {
  if (!fault) {
    passed++;
    return;
  }
  failed++;
  console.log(`not ok: ${name}: ${fault}`);
}

function end(path) {
  fs.writeFileSync(path, `${passed} ${failed}\n`);
  process.exit(failed || !passed ? 1 : 0);
}

module.exports = { check, end };
