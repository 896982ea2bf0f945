import{version}from"./chunk-KLLPP4JR.js";import"./chunk-QZSOVVIC.js";var args=process.argv.slice(2);if(args.length===1&&args[0]==="--version")process.stdout.write(`${version}
`);else{let{run}=await import("./run-77L4VR6E.js");process.exitCode=await run(args)}
