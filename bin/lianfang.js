#!/usr/bin/env node
import module from 'node:module';

module.enableCompileCache?.(); // Node 22.8 and later: the next start need not compile again
const { main } = await import('#cli'); // dist/ when installed, src/ under --conditions=source
process.exitCode = await main(process.argv.slice(2));
