import { readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Loaded with --import into a measured process: notes what it loads, its peak memory and processor time.

const loaded = {};
registerHooks({
  load(url, context, next) {
    const result = next(url, context);
    if (url.startsWith('file:') && result.source) loaded[url] = Buffer.byteLength(result.source);
    return result;
  },
});

/** In KiB. The kernel's own mark where it has one: maxRSS begins with that of the parent. */
function peak() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.once('exit', () => {
  writeFileSync(
    process.env.STACK_PUBLISH_PROBE,
    JSON.stringify({ loaded, peak: peak(), cpu: process.cpuUsage() }),
  );
});
