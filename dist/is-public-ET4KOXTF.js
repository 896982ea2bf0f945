import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{isPublic}from"./chunk-4IQ2WB3E.js";import"./chunk-DTJS2OKO.js";export{isPublic};
