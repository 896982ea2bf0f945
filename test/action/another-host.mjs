import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

// Loaded with --import into a process that has to believe that it runs on another machine.
os.hostname = () => 'another-host';
syncBuiltinESMExports();
