import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
var version="0.1.0";export{version};
