import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
function line(text,tone="plain"){return{text,tone}}export{line};
