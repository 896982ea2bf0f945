import{version}from"./chunk-JCHG267A.js";import"./chunk-QZSOVVIC.js";var args=process.argv.slice(2);if(args.length===1&&args[0]==="--version")process.stdout.write(`${version}
`);else{let{run}=await import("./run-UJBLCKQ6.js");process.exitCode=await run(args)}
