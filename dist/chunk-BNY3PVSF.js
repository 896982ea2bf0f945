import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
var articleTypes=["knowledge-article","how-to-guide","announcement","policy"];export{articleTypes};
