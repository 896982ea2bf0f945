#!/usr/bin/env node
var version = process.versions.node;
if (parseInt(version, 10) < 24) {
  console.error(
    'stack-publish needs Node.js 24 or newer, and this is ' + version + '. Install a newer one and run it again.',
  );
  process.exitCode = 2;
} else {
  import('./main.js');
}
