import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{version}from"./chunk-ZS2SOO3E.js";import"./chunk-DTJS2OKO.js";var args=process.argv.slice(2);if(args.length===1&&args[0]==="--version")process.stdout.write(`${version}
`);else{let{run}=await import("./run-LPA2HFVN.js");process.exitCode=await run(args)}
