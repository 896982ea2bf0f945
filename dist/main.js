import{version}from"./chunk-KLLPP4JR.js";import"./chunk-QZSOVVIC.js";var args=process.argv.slice(2);if(args.length===1&&args[0]==="--version")process.stdout.write(`${version}
`);else{let{run}=await import("./run-6U2E4W4M.js");process.exitCode=await run(args)}
